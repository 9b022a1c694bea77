import type { SqliteDatabase, SqliteStatement } from '../../store/sqlite/driver.ts'

/** A database whose commits are made by `commit`, and whose checkpoints are drawn by the simulation, not timed. */
export function watchedDatabase(database: SqliteDatabase, commit: (now: () => void) => void): SqliteDatabase {
  return {
    exec: (sql) => database.exec(sql),
    // The disk closes it when its process dies.
    close: () => {},
    prepare(sql) {
      if (sql.startsWith('PRAGMA wal_checkpoint')) return { all: () => [], run: () => ({ changes: 0 }) }
      const statement = database.prepare(sql)
      return sql === 'COMMIT' ? watched(statement, commit) : statement
    },
  }
}

function watched(statement: SqliteStatement, commit: (now: () => void) => void): SqliteStatement {
  return {
    all: (...values) => statement.all(...values),
    run(...values) {
      let result: ReturnType<typeof statement.run> = { changes: 0 }
      commit(() => {
        result = statement.run(...values)
      })
      return result
    },
  }
}
