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
        if os.geteuid() == 0:
            owner = path.parent.stat()
            os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
