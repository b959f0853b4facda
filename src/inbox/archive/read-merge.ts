import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { mergeSchema, type Plan, planSchema, standingSchema } from '../../resume/index.ts'
import type { Tables } from '../database/tables.ts'
import type { AskedAttempt, CommentRecord, MergeRecord } from './dossier.ts'
import { parseDocument } from './parse-document.ts'
import { readNamedRuns } from './read-named-runs.ts'

const nothingPlanned: Plan = { runs: [], beyondLimit: 0, unused: [], mismatch: null }

const textsSchema = z.array(z.string())

/** All that is stored of a merge; null for one that is not there. @throws UnknownFormError */
export async function readMerge(database: Kysely<Tables>, key: string): Promise<MergeRecord | null> {
  const row = await database.selectFrom('merges').selectAll().where('key', '=', key).executeTakeFirst()
  if (row === undefined) return null
  const plan = row.plan === null ? nothingPlanned : parseDocument(planSchema, row.plan, `the plan of ${key}`)
  return {
    key,
    ...parseDocument(mergeSchema, row.merge, `the merge ${key}`),
    recordedAt: row.recorded_at,
    handedOverAt: row.handed_over_at,
    standing:
      row.standing === null ? null : parseDocument(standingSchema, row.standing, `the standing of ${key}`),
    runs: await readNamedRuns(database, key, plan),
    beyondLimit: plan.beyondLimit,
    unused: plan.unused,
    mismatch: plan.mismatch,
    askedAttempts: await readAskedAttempts(database, key),
    comment: commentOf(row),
    finishedAt: row.finished_at,
  }
}

async function readAskedAttempts(database: Kysely<Tables>, key: string): Promise<AskedAttempt[]> {
  const rows = await database
    .selectFrom('attempts')
    .selectAll()
    .where('merge_key', '=', key)
    .orderBy('attempt')
    .execute()
  return rows.map(({ attempt, runs, asked_at, handed_over_at }) => ({
    attempt,
    runs: runs === null ? null : parseDocument(textsSchema, runs, `attempt ${attempt} of ${key}`),
    askedAt: asked_at,
    handedOverAt: handed_over_at,
  }))
}

function commentOf(row: Selectable<Tables['merges']>): CommentRecord {
  return {
    id: row.comment_id,
    timesWritten: row.tells,
    alerts: parseDocument(textsSchema, row.alerts, `the alerts of ${row.key}`),
    hasReport: row.report_version > 0,
    hasNews: row.report_version > row.told_version,
    failures: row.tell_failures,
    notBefore: row.tell_after,
  }
}
