#include "fault_vfs.h"
#include <stdlib.h>
#include <string.h>

enum { SECTOR_BYTES = 512 };

struct fault_disk {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  char name[64];
  int records;
  /* The plan: nothing fails while `number` is 0. */
  int operations;
  int how;
  int is_sticky;
  int64_t number;
  int64_t met;
  int64_t failures;
  int is_stopped;
  /* The record. */
  fault_change *changes;
  int64_t change_count;
  int64_t change_capacity;
};

/* An open file: SQLite allocates it with room for the default VFS's own behind. */
typedef struct {
  sqlite3_file base;
  fault_disk *disk;
  sqlite3_file *real;
  int file;
  int is_recorded;
} fault_file;

/* The record ---------------------------------------------------------------------------------------- */

static void record(fault_disk *disk, int operation, int file, int64_t offset, const void *bytes,
                   int64_t count) {
  if (!disk->records) return;
  if (disk->change_count == disk->change_capacity) {
    int64_t capacity = disk->change_capacity == 0 ? 1024 : disk->change_capacity * 2;
    fault_change *larger = realloc(disk->changes, (size_t)capacity * sizeof *larger);
    if (larger == NULL) abort();
    disk->changes = larger;
    disk->change_capacity = capacity;
  }
  unsigned char *copy = NULL;
  if (count > 0) {
    copy = malloc((size_t)count);
    if (copy == NULL) abort();
    memcpy(copy, bytes, (size_t)count);
  }
  disk->changes[disk->change_count++] = (fault_change){operation, file, offset, count, copy};
}

void fault_disk_mark(fault_disk *disk, int64_t mark) { record(disk, FAULT_MARK, -1, mark, NULL, 0); }

int64_t fault_disk_change_count(const fault_disk *disk) { return disk->change_count; }

const fault_change *fault_disk_change(const fault_disk *disk, int64_t index) { return &disk->changes[index]; }

/* The plan ------------------------------------------------------------------------------------------ */

void fault_disk_plan(fault_disk *disk, int operations, int how, int64_t number, int is_sticky) {
  disk->operations = operations;
  disk->how = how;
  disk->number = number;
  disk->is_sticky = is_sticky;
  disk->met = 0;
  disk->is_stopped = 0;
}

void fault_disk_heal(fault_disk *disk) {
  disk->number = 0;
  disk->is_stopped = 0;
}

int64_t fault_disk_failures(const fault_disk *disk) { return disk->failures; }

/* Whether this change fails. */
static int strikes(fault_disk *disk, int operation) {
  if (disk->is_stopped) return 1;
  if (disk->number == 0 || !(disk->operations & operation)) return 0;
  disk->met++;
  if (disk->met < disk->number || (disk->met > disk->number && !disk->is_sticky)) return 0;
  disk->failures++;
  if (disk->how == FAULT_STOP) disk->is_stopped = 1;
  return 1;
}

/* An open file -------------------------------------------------------------------------------------- */

#define FILE_OF(pointer) ((fault_file *)(pointer))
#define REAL(pointer) (FILE_OF(pointer)->real)

static int write_part(fault_file *file, const char *bytes, int count, sqlite3_int64 offset) {
  if (count <= 0) return SQLITE_OK;
  int code = file->real->pMethods->xWrite(file->real, bytes, count, offset);
  if (code == SQLITE_OK && file->is_recorded)
    record(file->disk, FAULT_WRITE, file->file, offset, bytes, count);
  return code;
}

/* Does of a failing write what the plan has it do. */
static int fail_write(fault_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  if (file->disk->how == FAULT_SHORT) {
    (void)write_part(file, bytes, count / 2, offset);
    return SQLITE_FULL;
  }
  if (file->disk->how == FAULT_TORN) {
    sqlite3_int64 boundary = (offset + count / 2) / SECTOR_BYTES * SECTOR_BYTES;
    int skipped = boundary > offset ? (int)(boundary - offset) : count;
    (void)write_part(file, (const char *)bytes + skipped, count - skipped, offset + skipped);
    return SQLITE_IOERR_WRITE;
  }
  return file->disk->how == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int fault_write(sqlite3_file *pointer, const void *bytes, int count, sqlite3_int64 offset) {
  fault_file *file = FILE_OF(pointer);
  if (!file->is_recorded || !strikes(file->disk, FAULT_WRITE)) return write_part(file, bytes, count, offset);
  return fail_write(file, bytes, count, offset);
}

static int fault_truncate(sqlite3_file *pointer, sqlite3_int64 size) {
  fault_file *file = FILE_OF(pointer);
  if (file->is_recorded && strikes(file->disk, FAULT_TRUNCATE)) return SQLITE_IOERR_TRUNCATE;
  int code = file->real->pMethods->xTruncate(file->real, size);
  if (code == SQLITE_OK && file->is_recorded) record(file->disk, FAULT_TRUNCATE, file->file, size, NULL, 0);
  return code;
}

static int fault_sync(sqlite3_file *pointer, int flags) {
  fault_file *file = FILE_OF(pointer);
  (void)flags;
  if (!file->is_recorded) return SQLITE_OK;
  if (strikes(file->disk, FAULT_SYNC)) return SQLITE_IOERR_FSYNC;
  record(file->disk, FAULT_SYNC, file->file, 0, NULL, 0);
  return SQLITE_OK;
}

static int fault_read(sqlite3_file *pointer, void *bytes, int count, sqlite3_int64 offset) {
  fault_file *file = FILE_OF(pointer);
  if (file->disk->is_stopped) return SQLITE_IOERR_READ;
  return file->real->pMethods->xRead(file->real, bytes, count, offset);
}

static int fault_close(sqlite3_file *pointer) { return REAL(pointer)->pMethods->xClose(REAL(pointer)); }

static int fault_size(sqlite3_file *pointer, sqlite3_int64 *size) {
  return REAL(pointer)->pMethods->xFileSize(REAL(pointer), size);
}

static int fault_lock(sqlite3_file *pointer, int lock) {
  return REAL(pointer)->pMethods->xLock(REAL(pointer), lock);
}

static int fault_unlock(sqlite3_file *pointer, int lock) {
  return REAL(pointer)->pMethods->xUnlock(REAL(pointer), lock);
}

static int fault_check_reserved_lock(sqlite3_file *pointer, int *is_held) {
  return REAL(pointer)->pMethods->xCheckReservedLock(REAL(pointer), is_held);
}

static int fault_file_control(sqlite3_file *pointer, int operation, void *argument) {
  return REAL(pointer)->pMethods->xFileControl(REAL(pointer), operation, argument);
}

static int fault_sector_size(sqlite3_file *pointer) {
  return REAL(pointer)->pMethods->xSectorSize(REAL(pointer));
}

/* What the default VFS promises everywhere; a file system's own further promises are not relied on. */
static int fault_device_characteristics(sqlite3_file *pointer) {
  return REAL(pointer)->pMethods->xDeviceCharacteristics(REAL(pointer)) & SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int fault_shm_map(sqlite3_file *pointer, int page, int size, int extend, void volatile **memory) {
  return REAL(pointer)->pMethods->xShmMap(REAL(pointer), page, size, extend, memory);
}

static int fault_shm_lock(sqlite3_file *pointer, int offset, int count, int flags) {
  return REAL(pointer)->pMethods->xShmLock(REAL(pointer), offset, count, flags);
}

static void fault_shm_barrier(sqlite3_file *pointer) { REAL(pointer)->pMethods->xShmBarrier(REAL(pointer)); }

static int fault_shm_unmap(sqlite3_file *pointer, int delete) {
  return REAL(pointer)->pMethods->xShmUnmap(REAL(pointer), delete);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = fault_close,
    .xRead = fault_read,
    .xWrite = fault_write,
    .xTruncate = fault_truncate,
    .xSync = fault_sync,
    .xFileSize = fault_size,
    .xLock = fault_lock,
    .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_check_reserved_lock,
    .xFileControl = fault_file_control,
    .xSectorSize = fault_sector_size,
    .xDeviceCharacteristics = fault_device_characteristics,
    .xShmMap = fault_shm_map,
    .xShmLock = fault_shm_lock,
    .xShmBarrier = fault_shm_barrier,
    .xShmUnmap = fault_shm_unmap,
};

/* The file system ----------------------------------------------------------------------------------- */

static fault_disk *disk_of(sqlite3_vfs *vfs) { return vfs->pAppData; }

static int ends_with(const char *path, const char *end) {
  size_t length = strlen(path), end_length = strlen(end);
  return length >= end_length && strcmp(path + length - end_length, end) == 0;
}

static int file_at(const char *path) {
  if (ends_with(path, "-wal")) return FAULT_LOG;
  return ends_with(path, "-journal") ? FAULT_JOURNAL : FAULT_DATABASE;
}

static int vfs_open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *pointer, int flags, int *opened) {
  fault_disk *disk = disk_of(vfs);
  fault_file *file = FILE_OF(pointer);
  file->base.pMethods = NULL;
  file->disk = disk;
  file->real = (sqlite3_file *)(file + 1);
  file->is_recorded = path != NULL && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL));
  file->file = file->is_recorded ? file_at(path) : -1;
  int is_there = 1;
  if (file->is_recorded && (flags & SQLITE_OPEN_CREATE))
    (void)disk->real->xAccess(disk->real, path, SQLITE_ACCESS_EXISTS, &is_there);
  int code = disk->real->xOpen(disk->real, path, file->real, flags, opened);
  if (file->real->pMethods != NULL) file->base.pMethods = &methods;
  if (code == SQLITE_OK && !is_there) record(disk, FAULT_CREATE, file->file, 0, NULL, 0);
  return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync_directory) {
  fault_disk *disk = disk_of(vfs);
  if (strikes(disk, FAULT_DELETE)) return SQLITE_IOERR_DELETE;
  int code = disk->real->xDelete(disk->real, path, 0);
  if (code == SQLITE_OK) record(disk, FAULT_DELETE, file_at(path), sync_directory != 0, NULL, 0);
  return code;
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
  return disk_of(vfs)->real->xAccess(disk_of(vfs)->real, path, flags, result);
}

static int vfs_full_pathname(sqlite3_vfs *vfs, const char *path, int size, char *full) {
  return disk_of(vfs)->real->xFullPathname(disk_of(vfs)->real, path, size, full);
}

fault_disk *fault_disk_make(const char *name, int records) {
  fault_disk *disk = calloc(1, sizeof *disk);
  if (disk == NULL) return NULL;
  sqlite3_vfs *real = sqlite3_vfs_find(NULL);
  /* Randomness, time and the rest are the default VFS's: its functions never look at the VFS given. */
  disk->vfs = *real;
  disk->real = real;
  disk->records = records;
  strncpy(disk->name, name, sizeof disk->name - 1);
  disk->vfs.zName = disk->name;
  disk->vfs.pNext = NULL;
  disk->vfs.pAppData = disk;
  disk->vfs.szOsFile = (int)sizeof(fault_file) + real->szOsFile;
  disk->vfs.xOpen = vfs_open;
  disk->vfs.xDelete = vfs_delete;
  disk->vfs.xAccess = vfs_access;
  disk->vfs.xFullPathname = vfs_full_pathname;
  if (sqlite3_vfs_register(&disk->vfs, 0) == SQLITE_OK) return disk;
  free(disk);
  return NULL;
}

void fault_disk_free(fault_disk *disk) {
  (void)sqlite3_vfs_unregister(&disk->vfs);
  for (int64_t index = 0; index < disk->change_count; index++) free((void *)disk->changes[index].bytes);
  free(disk->changes);
  free(disk);
}

/* What a database holds ----------------------------------------------------------------------------- */

static uint64_t add(uint64_t digest, const unsigned char *bytes, int count) {
  for (int index = 0; index < count; index++) digest = (digest ^ bytes[index]) * 0x100000001b3u;
  return digest;
}

int fault_digest(sqlite3 *database, const char *sql, uint64_t *digest) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
  if (code != SQLITE_OK) return code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    int columns = sqlite3_column_count(statement);
    for (int column = 0; column < columns; column++) {
      int head[2] = {sqlite3_column_type(statement, column), 0};
      const unsigned char *bytes = sqlite3_column_blob(statement, column);
      head[1] = sqlite3_column_bytes(statement, column);
      *digest = add(*digest, (const unsigned char *)head, (int)sizeof head);
      *digest = add(*digest, bytes, head[1]);
    }
  }
  int ended = sqlite3_finalize(statement);
  return code == SQLITE_DONE ? ended : code;
}
