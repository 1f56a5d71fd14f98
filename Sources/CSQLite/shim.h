#ifndef WISHD_CSQLITE_H
#define WISHD_CSQLITE_H
#include <sqlite3.h>

/* sqlite3_db_config is variadic, which Swift does not import. */
static inline int wishd_sqlite3_db_config_flag(sqlite3 *db, int option, int on, int *now) {
  return sqlite3_db_config(db, option, on, now);
}

/* sqlite3_config is variadic too. */
static inline int wishd_sqlite3_config_memstatus(int on) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on); }

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. */
static inline int wishd_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int wishd_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/* The methods of an open file, some of them replaced, and those that it had before. */
typedef struct {
  sqlite3_io_methods methods;
  const sqlite3_io_methods *before;
} wishd_sqlite3_methods;
#endif
