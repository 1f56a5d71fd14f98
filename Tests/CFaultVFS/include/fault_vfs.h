#ifndef WISHD_FAULT_VFS_H
#define WISHD_FAULT_VFS_H
/* A disk that fails when it is told to, and remembers what it was asked to do.
 *
 * A fault disk is an SQLite VFS (sqlite.org/vfs.html) over the default one. Every change that SQLite
 * makes to a file goes through it, is counted, and can be made to fail; if it records, every change is
 * kept, from which a test builds what a disk may hold after the power was cut. Nothing is synced to the
 * machine's own disk: what is durable is decided by the record, not by the machine.
 *
 * A fault disk belongs to one thread. Each has a name of its own, so many may be in use at once.
 */
#include <sqlite3.h>
#include <stdint.h>

typedef struct fault_disk fault_disk;

/* What is done to a file. The values are bits, for fault_disk_plan. */
enum {
  FAULT_WRITE = 1,
  FAULT_SYNC = 2,
  FAULT_TRUNCATE = 4,
  FAULT_DELETE = 8,
  FAULT_CREATE = 16,
  /* Nothing is done: the test has put a mark into the record. */
  FAULT_MARK = 32,
};

/* How a change fails. */
enum {
  /* Nothing of it is done: SQLITE_IOERR_WRITE, _FSYNC, _TRUNCATE or _DELETE. */
  FAULT_ERROR = 1,
  /* Nothing of it is done, for the disk is full: SQLITE_FULL. */
  FAULT_FULL = 2,
  /* The first half of a write is done, then the disk is full: what the default VFS makes of a short
   * write(2). */
  FAULT_SHORT = 3,
  /* Of a write, only what lies behind a boundary of 512 bytes is done: SQLITE_IOERR_WRITE. */
  FAULT_TORN = 4,
  /* As FAULT_ERROR, and from then on every change and every read fails too. */
  FAULT_STOP = 5,
};

/* Which file: a database has these three. */
enum { FAULT_DATABASE = 0, FAULT_LOG = 1, FAULT_JOURNAL = 2, FAULT_FILE_COUNT = 3 };

/* One change in the record. `offset` is the new length for FAULT_TRUNCATE, the mark for FAULT_MARK, and
 * for FAULT_DELETE 1 where the directory is to be synced. `bytes` lives as long as the disk. */
typedef struct {
  int operation;
  int file;
  int64_t offset;
  int64_t count;
  const unsigned char *bytes;
} fault_change;

/* Makes a disk and registers it with SQLite under `name`; NULL where there is no memory. */
fault_disk *fault_disk_make(const char *name, int records);

/* Forgets a disk. Every connection on it must have been closed. */
void fault_disk_free(fault_disk *disk);

/* Has the `number`-th change of those in `operations`, counted from now, fail; from then on all of them
 * where `is_sticky`. */
void fault_disk_plan(fault_disk *disk, int operations, int how, int64_t number, int is_sticky);

/* Ends all faults. */
void fault_disk_heal(fault_disk *disk);

/* How many changes failed since the disk was made. */
int64_t fault_disk_failures(const fault_disk *disk);

/* Puts a mark into the record. */
void fault_disk_mark(fault_disk *disk, int64_t mark);

/* How many changes the record holds, marks included. */
int64_t fault_disk_change_count(const fault_disk *disk);

/* The change at `index` of the record. */
const fault_change *fault_disk_change(const fault_disk *disk, int64_t index);

/* Adds every value of every row that `sql` gives to `digest` (FNV-1a, 64 bits), with its type and length.
 * Returns SQLite's result code. */
int fault_digest(sqlite3 *database, const char *sql, uint64_t *digest);

#endif
