/* Notes every change that a process makes to the files under a folder, in their order, for tests/ledger/disk.py.
 *
 * cc -shared -fPIC -o writes.so writes.c -ldl; WRITES_UNDER=/folder WRITES_LOG=/log LD_PRELOAD=./writes.so program
 * Each entry: what, inode, offset or size, length of a path, length of data; then both. Host byte order.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int out = -1;
static char under[PATH_MAX];

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("WRITES_LOG"), *folder = getenv("WRITES_UNDER");
    if (log && folder) {
        snprintf(under, sizeof under, "%s/", folder);
        out = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int ours(const char *path) {
    size_t length = strlen(path);
    int memory = length > 4 && !strcmp(path + length - 4, "-shm"); /* SQLite makes it anew */
    return out >= 0 && !strncmp(path, under, strlen(under)) && !memory;
}

static void note(char what, uint64_t inode, uint64_t at, const char *path, const void *data, size_t size) {
    struct __attribute__((packed)) { uint64_t inode, at; uint32_t path, size; char what; } head = {
        inode, at, (uint32_t)strlen(path), (uint32_t)size, what};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)data, size}};
    int kept = errno;
    if (syscall(SYS_writev, out, parts, 3) != (long)(sizeof head + head.path + size)) abort();
    errno = kept;
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return ours(path);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

static void whole(int folder, const char *name, char *path) {
    if (name[0] == '/' || folder == AT_FDCWD) {
        snprintf(path, PATH_MAX, "%s", name);
        return;
    }
    char base[PATH_MAX];
    path_of(folder, base);
    snprintf(path, PATH_MAX, "%.2000s/%.2000s", base, name);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat before;
    whole(folder, name, path);
    int fresh = (flags & O_CREAT) && ours(path) && lstat(path, &before);
    int fd = syscall(SYS_openat, folder, name, flags, mode);
    if (fd >= 0 && fresh) note('C', inode_of(fd), 0, path, "", 0);
    else if (fd >= 0 && (flags & O_TRUNC) && ours(path)) note('T', inode_of(fd), 0, path, "", 0);
    return fd;
}

#define OPEN(name) int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    return opened(AT_FDCWD, path, flags, mode); }
#define OPENAT(name) int name(int folder, const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    return opened(folder, path, flags, mode); }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

ssize_t write(int fd, const void *data, size_t size) {
    char path[PATH_MAX];
    ssize_t written = syscall(SYS_write, fd, data, size);
    if (written > 0 && fd > 2 && path_of(fd, path)) {
        off_t end = lseek(fd, 0, SEEK_CUR);
        note('W', inode_of(fd), (uint64_t)(end - written), path, data, (size_t)written);
    }
    return written;
}

static ssize_t placed(int fd, const void *data, size_t size, off_t at) {
    char path[PATH_MAX];
    ssize_t written = syscall(SYS_pwrite64, fd, data, size, at);
    if (written > 0 && path_of(fd, path)) note('W', inode_of(fd), (uint64_t)at, path, data, (size_t)written);
    return written;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return placed(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return placed(fd, data, size, at); }

static int cut(int fd, off_t size) {
    char path[PATH_MAX];
    int failed = (int)syscall(SYS_ftruncate, fd, size);
    if (!failed && path_of(fd, path)) note('T', inode_of(fd), (uint64_t)size, path, "", 0);
    return failed;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int synced(int fd, long call) {
    char path[PATH_MAX];
    struct stat found;
    int failed = (int)syscall(call, fd);
    if (!failed && (path_of(fd, path) || (strcat(path, "/"), !strcmp(path, under))) && !fstat(fd, &found)) {
        if (!strcmp(path, under)) path[strlen(path) - 1] = 0;
        note(S_ISDIR(found.st_mode) ? 'D' : 'F', found.st_ino, 0, path, "", 0);
    }
    return failed;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    int failed = REAL(rename)(from, to);
    if (!failed && ours(from)) note('R', 0, 0, from, to, strlen(to));
    return failed;
}
int link(const char *from, const char *to) {
    int failed = REAL(link)(from, to);
    if (!failed && ours(to)) note('L', 0, 0, from, to, strlen(to));
    return failed;
}
int mkdir(const char *path, mode_t mode) {
    int failed = REAL(mkdir)(path, mode);
    if (!failed && ours(path)) note('M', 0, 0, path, "", 0);
    return failed;
}
int unlinkat(int folder, const char *name, int flags) {
    char path[PATH_MAX];
    whole(folder, name, path);
    int failed = (int)syscall(SYS_unlinkat, folder, name, flags);
    if (!failed && ours(path)) note(flags & AT_REMOVEDIR ? 'X' : 'U', 0, 0, path, "", 0);
    return failed;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
