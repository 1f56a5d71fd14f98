#ifndef WISHD_CLINUX_H
#define WISHD_CLINUX_H
/* What glibc's own Swift module leaves out. */
#include <crypt.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <fcntl.h>
#include <signal.h>

/* prctl and open are variadic, which Swift does not import. */
static inline int wishd_prctl_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

static inline int wishd_open(const char *path, int flags, mode_t mode) {
  return open(path, flags, mode);
}

static inline int wishd_openat(int directory, const char *name, int flags, mode_t mode) {
  return openat(directory, name, flags, mode);
}

/* accept4 is declared for _GNU_SOURCE only, which Swift's importer does not set. */
extern int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags);
static inline int wishd_accept(int listener, struct sockaddr *address, socklen_t *length) {
  return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/* So is sync_file_range. */
extern int sync_file_range(int file, off_t offset, off_t bytes, unsigned int flags);
static inline int wishd_start_writing(int file) { return sync_file_range(file, 0, 0, 2 /* _WRITE */); }

/* RLIMIT_* are an enumeration in glibc's header and a plain int elsewhere. */
static inline int wishd_limit_core(rlim_t bytes) {
  struct rlimit limit = {bytes, bytes};
  return setrlimit(RLIMIT_CORE, &limit);
}

static inline int wishd_get_limit_files(struct rlimit *limit) { return getrlimit(RLIMIT_NOFILE, limit); }
static inline int wishd_set_limit_files(const struct rlimit *limit) { return setrlimit(RLIMIT_NOFILE, limit); }

/* epoll_event is packed and holds a union; the descriptor is all of it that is used. */
static inline int wishd_epoll_ctl(int epoll, int operation, int descriptor, uint32_t events) {
  struct epoll_event event = {.events = events, .data = {.fd = descriptor}};
  return epoll_ctl(epoll, operation, descriptor, &event);
}
#endif
