"""Files that survive a power cut. Standard library only."""

import os
from pathlib import Path


def write_durably(path: Path, content: bytes, mode: int) -> None:
    """Replace a file's content so that a power cut leaves the old or the new one, never a part. Raises OSError.

    The file belongs to the owner of its folder, also where root writes it for a service.
    """
    fresh = path.with_name(path.name + ".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    with os.fdopen(handle, "wb") as file:
        give_to_owner(file.fileno(), path.parent)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk. Raises OSError."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def give_to_owner(path: Path | int, folder: Path) -> None:
    """What root makes belongs to the owner of this folder. Raises OSError."""
    if os.geteuid() == 0:
        owner = folder.stat()
        os.chown(path, owner.st_uid, owner.st_gid)
