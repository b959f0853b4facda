import { existsSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Waits this long, in milliseconds, for another process (a command line, a backup) to let go of the file. */
const busyTimeout = 5000

/** What syncs each commit from then on; until it was executed, a power cut may take the last commits. */
export const syncEachCommit = 'PRAGMA synchronous = FULL'

/** Opens a SQLite file with Node's own module, in the form that the query builder expects. */
export function openNodeSqlite(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: busyTimeout })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
  const adapted = adaptDatabase(database)
  // A transaction that reads before it writes would fail at once when another program wrote in between.
  return { ...adapted, prepare: (sql) => adapted.prepare(sql === 'begin' ? 'begin immediate' : sql) }
}

/** The same for reading only, beside a program that writes. The file has to be there. */
export function openNodeSqliteToRead(file: string): SqliteDatabase {
  const url = pathToFileURL(file)
  // Nobody has it open: SQLite would make files beside it and leave them there, which not every reader may.
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1')
  return adaptDatabase(new DatabaseSync(url, { readOnly: true, timeout: busyTimeout }))
}

function adaptDatabase(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()

  return {
    close: () => database.close(),
    prepare(sql) {
      // The texts are few: values are always parameters.
      const statement = statements.get(sql) ?? adapt(database.prepare(sql))
      statements.set(sql, statement)
      return statement
    },
  }
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bindable(parameters)),
    run: (parameters) => statement.run(...bindable(parameters)),
    iterate: (parameters) => statement.iterate(...bindable(parameters)),
  }
}

function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value
    throw new TypeError(`SQLite cannot store a ${typeof value} here; give text, a number or null.`)
  })
}
