#define _GNU_SOURCE
#include "faults.h"
#include "record.h"

#ifdef __linux__
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long calls;

long fault_calls(void) { return __atomic_load_n(&calls, __ATOMIC_SEQ_CST); }

/// What is to happen at this call: 0 for nothing, a number of errno, or -1 for half of it.
static int fault(void) {
  long call = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  const char *at = getenv("FAULT_AT"), *kind = getenv("FAULT");
  if (!at || !kind || atol(at) != call) return 0;
  if (!strcmp(kind, "kill")) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (!strcmp(kind, "ENOSPC")) return ENOSPC;
  if (!strcmp(kind, "EIO")) return EIO;
  if (!strcmp(kind, "EINTR")) return EINTR;
  return -1;
}

/// Whether the call is about a file; a pipe or a terminal is no disk that could be full.
static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define FAIL_HERE \
  do { \
    int code = fault(); \
    if (code > 0) { \
      errno = code; \
      return -1; \
    } \
  } while (0)

/// Ends a call: what it has done is written down where that is asked for.
#define DONE(result, record) \
  do { \
    __auto_type done = (result); \
    if (done >= 0 && recording()) record; \
    return done; \
  } while (0)

#define WRITES(name, parameters, arguments, where) \
  ssize_t name parameters { \
    REAL(name); \
    if (is_file(descriptor)) { \
      int code = fault(); \
      if (code > 0) { \
        errno = code; \
        return -1; \
      } \
      if (code < 0) count /= 2; \
    } \
    off_t place = recording() ? where : 0; \
    DONE(real arguments, record_write(descriptor, bytes, done, place)); \
  }

WRITES(write, (int descriptor, const void *bytes, size_t count), (descriptor, bytes, count),
       record_place(descriptor))
WRITES(pwrite, (int descriptor, const void *bytes, size_t count, off_t offset),
       (descriptor, bytes, count, offset), offset)
WRITES(pwrite64, (int descriptor, const void *bytes, size_t count, off64_t offset),
       (descriptor, bytes, count, offset), offset)

int fsync(int descriptor) {
  REAL(fsync);
  FAIL_HERE;
  DONE(real(descriptor), record_sync(descriptor));
}

int fdatasync(int descriptor) {
  REAL(fdatasync);
  FAIL_HERE;
  DONE(real(descriptor), record_sync(descriptor));
}

int ftruncate(int descriptor, off_t size) {
  REAL(ftruncate);
  FAIL_HERE;
  DONE(real(descriptor, size), record_cut(descriptor, size));
}

int ftruncate64(int descriptor, off64_t size) {
  REAL(ftruncate64);
  FAIL_HERE;
  DONE(real(descriptor, size), record_cut(descriptor, size));
}

int rename(const char *from, const char *to) {
  REAL(rename);
  FAIL_HERE;
  DONE(real(from, to), record_rename(from, to));
}

int unlink(const char *path) {
  REAL(unlink);
  FAIL_HERE;
  DONE(real(path), record_unlink(path));
}

#define OPENS(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    if (flags & O_CREAT) FAIL_HERE; \
    int existed = recording() && record_exists(path); \
    DONE(real(path, flags, mode), record_open(done, path, existed, flags & O_TRUNC)); \
  }

OPENS(open)
OPENS(open64)

#else
long fault_calls(void) { return 0; }
#endif
