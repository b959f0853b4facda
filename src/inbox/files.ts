import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'
import type { Change } from './group-commit.ts'
import type { FileMemory } from './inbox.ts'

/** Remembers files of GitHub's, so that they are only read again when they have changed. */
export function createFileMemory(
  database: Kysely<Tables>,
  commit: <Result>(change: Change<Result>) => Promise<Result>,
): FileMemory {
  return {
    async recall(key) {
      const query = database.selectFrom('settings_files').select(['etag', 'text']).where('key', '=', key)
      return (await query.executeTakeFirst()) ?? null
    },
    async remember(key, { etag, text }) {
      await commit((transaction) =>
        transaction
          .insertInto('settings_files')
          .values({ key, etag, text })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ etag, text }))
          .execute(),
      )
    },
  }
}
