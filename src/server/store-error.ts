import { join } from 'node:path'
import { databaseName } from '../inbox/index.ts'
import { codeOf } from './code-of.ts'
import { type FileTrouble, UnusableDatabaseFileError } from './unusable-database-file-error.ts'
import { UnusablePostgresError } from './unusable-postgres-error.ts'

/** SQLite's primary result codes: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB. */
const troubles = new Map<number, FileTrouble>([
  [5, 'busy'],
  [6, 'busy'],
  [8, 'not-writable'],
  [10, 'not-writable'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'not-writable'],
  [26, 'damaged'],
])

/** What keeps a store from being opened, in words that tell what to do; an error that is none of that is itself. */
export function storeError(
  error: unknown,
  storage: { databaseUrl: string | null; dataFolder: string },
  file: string,
): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (storage.databaseUrl !== null) {
      const code = codeOf(cause) ?? (/timeout/i.test(cause.message) ? 'TIMEOUT' : null)
      if (code !== null) return new UnusablePostgresError(databaseName(storage.databaseUrl), code, cause)
    } else if ('errcode' in cause && typeof cause.errcode === 'number') {
      // The low byte of an extended code is the primary one.
      const trouble = troubles.get(cause.errcode & 0xff)
      if (trouble !== undefined) {
        return new UnusableDatabaseFileError(join(storage.dataFolder, file), trouble, cause)
      }
    }
  }
  return error
}
