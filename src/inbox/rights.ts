import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from './database/tables.ts'

/** Rights that only one of several programs on a store has at a time. */
export interface Rights {
  /** Takes or keeps a right for so many milliseconds; whether it is had. */
  hold(name: string, duration: number): Promise<boolean>
  /** Gives one back. */
  letGo(name: string): Promise<void>
  /** Writes, and has nothing from it. */
  touch(): Promise<void>
  /** Lets go of all of them, so that others need not wait. */
  release(): Promise<void>
}

export function createRights(database: Kysely<Tables>, now: () => number): Rights {
  const holder = randomUUID()
  const heldUntil = new Map<string, number>()

  return {
    async hold(name, duration) {
      // Half of the time is left: asking the store each time would cost it a write.
      if ((heldUntil.get(name) ?? 0) - now() > duration / 2) return true
      const until = now() + duration
      const held = await take(database, { name, holder, until }, now())
      if (held) heldUntil.set(name, until)
      return held
    },
    async letGo(name) {
      heldUntil.delete(name)
      await database.deleteFrom('rights').where('name', '=', name).where('holder', '=', holder).execute()
    },
    async touch() {
      await take(database, { name: `written by ${holder}`, holder, until: now() }, now())
    },
    async release() {
      heldUntil.clear()
      // Those that a killed program left are nobody's any more.
      await database
        .deleteFrom('rights')
        .where(({ eb, or }) =>
          or([eb('holder', '=', holder), eb('until', '<=', new Date(now()).toISOString())]),
        )
        .execute()
    },
  }
}

async function take(
  database: Kysely<Tables>,
  { name, holder, until }: { name: string; holder: string; until: number },
  now: number,
): Promise<boolean> {
  const wanted = { holder, until: new Date(until).toISOString() }
  const taken = await database
    .insertInto('rights')
    .values({ name, ...wanted })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(wanted)
        .where(({ eb, or }) =>
          or([eb('rights.holder', '=', holder), eb('rights.until', '<=', new Date(now).toISOString())]),
        ),
    )
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}
