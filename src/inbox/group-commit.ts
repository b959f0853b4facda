import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './database/tables.ts'

/** One change to the inbox, to be committed together with others. */
export type Change<Result> = (transaction: Transaction<Tables>) => Promise<Result>

interface Waiting {
  apply: (transaction: Transaction<Tables>) => Promise<() => void>
  reject: (error: unknown) => void
}

/**
 * Commits changes in groups: all that arrive while one commit is being synced share the next.
 *
 * A change has been stored durably when its promise resolves. Changes are applied in the order of the calls.
 */
export function createGroupCommit(
  database: Kysely<Tables>,
): <Result>(change: Change<Result>) => Promise<Result> {
  let waiting: Waiting[] = []
  let committing = false

  async function commit(group: readonly Waiting[]): Promise<void> {
    const settled = await database.transaction().execute(async (transaction) => {
      const settle: (() => void)[] = []
      for (const { apply } of group) settle.push(await apply(transaction))
      return settle
    })
    for (const resolve of settled) resolve()
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        await commit(group)
      } catch {
        await commitOneByOne(group)
      }
    }
    committing = false
  }

  /** The change that failed must not take the others of its group with it. */
  async function commitOneByOne(group: readonly Waiting[]): Promise<void> {
    for (const change of group) await commit([change]).catch(change.reject)
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({
        apply: async (transaction) => {
          const result = await change(transaction)
          return () => resolve(result)
        },
        reject,
      })
      if (committing) return
      committing = true
      setImmediate(commitAll)
    })
}
