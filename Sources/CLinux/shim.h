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
#include <sys/un.h>
#include <fcntl.h>

/* prctl and open are variadic, which Swift does not import. */
static inline int wishd_prctl_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
#endif
