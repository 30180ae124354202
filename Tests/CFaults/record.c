#define _GNU_SOURCE
#include "record.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

int recording(void) {
  const char *kind = getenv("FAULT");
  return kind && !strcmp(kind, "record") && getenv("FAULT_FOLDER") && getenv("FAULT_TRACE");
}

/// The name of a path in the watched folder, empty for the folder itself; null for any other path.
static const char *name_of(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  size_t length = strlen(folder);
  if (strncmp(path, folder, length)) return NULL;
  if (path[length] == 0) return "";
  return path[length] == '/' ? path + length + 1 : NULL;
}

/// The file behind a descriptor where it is one of the folder, or the folder; 0 for any other.
static ino_t watched(int descriptor, int *is_folder) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  struct stat status;
  if (!name_of(path) || fstat(descriptor, &status)) return 0;
  *is_folder = S_ISDIR(status.st_mode);
  return status.st_ino;
}

/// Adds a record in one call of its own, which is none of those that are watched.
static void add(const char *line, const void *bytes, size_t count) {
  static int trace = -1;
  if (trace < 0)
    trace = openat(AT_FDCWD, getenv("FAULT_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
                   0600);
  struct iovec parts[] = {
      {(void *)line, strlen(line)}, {(void *)bytes, count}, {(void *)"\n", count > 0}};
  ssize_t wanted = (ssize_t)(parts[0].iov_len + parts[1].iov_len + parts[2].iov_len);
  // A trace that lacks something is worse than none.
  if (writev(trace, parts, 3) != wanted) abort();
}

/// Adds a record without bytes; the program sees the errno that its call has left.
#define ADD(...) \
  do { \
    int code = errno; \
    char line[2 * PATH_MAX + 64]; \
    snprintf(line, sizeof line, __VA_ARGS__); \
    add(line, NULL, 0); \
    errno = code; \
  } while (0)

off_t record_place(int descriptor) {
  struct stat status;
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0 && flags & O_APPEND && fstat(descriptor, &status) == 0) return status.st_size;
  return lseek(descriptor, 0, SEEK_CUR);
}

int record_exists(const char *path) { return faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0; }

void record_open(int descriptor, const char *path, int existed, int truncates) {
  int is_folder = 0;
  const char *name = name_of(path);
  ino_t file = watched(descriptor, &is_folder);
  if (!name || !file || is_folder) return;
  ADD("%s %lu %s\n", existed ? "open" : "create", (unsigned long)file, name);
  if (existed && truncates) ADD("cut %lu 0\n", (unsigned long)file);
}

void record_write(int descriptor, const void *bytes, ssize_t count, off_t place) {
  int code = errno, is_folder = 0;
  char line[128];
  ino_t file = descriptor == 1 ? 0 : watched(descriptor, &is_folder);
  if (count <= 0 || (descriptor != 1 && !file)) return;
  if (descriptor == 1)
    snprintf(line, sizeof line, "say %zd\n", count);
  else
    snprintf(line, sizeof line, "write %lu %ld %zd\n", (unsigned long)file, (long)place, count);
  add(line, bytes, (size_t)count);
  errno = code;
}

void record_cut(int descriptor, off_t size) {
  int is_folder = 0;
  ino_t file = watched(descriptor, &is_folder);
  if (file) ADD("cut %lu %ld\n", (unsigned long)file, (long)size);
}

void record_sync(int descriptor) {
  int is_folder = 0;
  ino_t file = watched(descriptor, &is_folder);
  if (!file) return;
  if (is_folder)
    ADD("folder\n");
  else
    ADD("sync %lu\n", (unsigned long)file);
}

void record_rename(const char *from, const char *to) {
  const char *old = name_of(from), *new = name_of(to);
  if (old && new) ADD("rename %s/%s\n", old, new);
}

void record_unlink(const char *path) {
  const char *name = name_of(path);
  if (name) ADD("unlink %s\n", name);
}

#endif
