import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import { planSchema, type Work } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import { parseMerge } from './reports.ts'

const runIdsSchema = z.array(z.string()).nullable()

/** The further attempts that people asked for and the engine has not taken yet, oldest first. */
export async function readPendingAttempts(database: Kysely<Tables>, log: Logger): Promise<Work[]> {
  const rows = await database
    .selectFrom('attempts')
    .innerJoin('merges', 'merges.key', 'attempts.merge_key')
    .select(['attempts.attempt', 'attempts.runs', 'attempts.asked_at', 'merges.merge', 'merges.plan'])
    .where('attempts.handed_over_at', 'is', null)
    .orderBy('attempts.asked_at')
    .execute()
  return rows.flatMap((row) => {
    try {
      return toWork(row)
    } catch (error) {
      // One that cannot be read must not hold the others up.
      log.error({ err: error, attempt: row.attempt }, 'stored attempt cannot be read')
      return []
    }
  })
}

interface AttemptRow {
  attempt: number
  runs: string | null
  asked_at: string
  merge: string
  plan: string | null
}

function toWork({ attempt, runs, asked_at, merge, plan }: AttemptRow): Work {
  const wanted = runIdsSchema.parse(runs === null ? null : JSON.parse(runs))
  const planned = plan === null ? [] : planSchema.parse(JSON.parse(plan)).runs
  return {
    merge: parseMerge(merge),
    attempt,
    askedAt: asked_at,
    runs: planned
      .map(({ event: _, ...run }, position) => ({ ...run, position }))
      .filter(({ id }) => wanted === null || wanted.includes(id)),
  }
}

/** Notes that the engine has the attempt. */
export async function noteAttemptTaken(
  database: Kysely<Tables>,
  mergeKey: string,
  attempt: number,
  now: string,
): Promise<void> {
  await database
    .updateTable('attempts')
    .set({ handed_over_at: now })
    .where('merge_key', '=', mergeKey)
    .where('attempt', '=', attempt)
    .execute()
}
