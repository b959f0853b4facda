import type { Kysely, NotNull } from 'kysely'
import {
  type FollowedRun,
  nextLook,
  type RememberedRun,
  type RunReport,
  runReportSchema,
  type SeenRun,
} from '../resume/index.ts'
import type { Tables } from './database/tables.ts'

/** Stores what became of a merge's runs; what was stored of them in the same attempt is replaced. */
export async function rememberRuns(
  database: Kysely<Tables>,
  mergeKey: string,
  runs: readonly RememberedRun[],
  now: number,
): Promise<void> {
  if (runs.length === 0) return
  await database
    .insertInto('flow_runs')
    .values(
      runs.map(({ report, position, workspace, until }) => ({
        key: runKey(mergeKey, report),
        merge_key: mergeKey,
        flow_run_id: report.id,
        attempt: report.attempt,
        position,
        workspace,
        ...seen(report, now, nextLook(now, now)),
        follow_until: iso(until),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        report: row.ref('excluded.report'),
        state_type: row.ref('excluded.state_type'),
        state_name: row.ref('excluded.state_name'),
        workspace: row.ref('excluded.workspace'),
        open: row.ref('excluded.open'),
        following: row.ref('excluded.following'),
        stuck: row.ref('excluded.stuck'),
        changed_at: row.ref('excluded.changed_at'),
        look_at: row.ref('excluded.look_at'),
        follow_until: row.ref('excluded.follow_until'),
      })),
    )
    .execute()
}

/** What is stored of one attempt's runs. */
export async function readRuns(
  database: Kysely<Tables>,
  mergeKey: string,
  attempt: number,
): Promise<RunReport[]> {
  const rows = await database
    .selectFrom('flow_runs')
    .select('report')
    .where('merge_key', '=', mergeKey)
    .where('attempt', '=', attempt)
    .orderBy('position')
    .execute()
  return rows.map(({ report }) => parseReport(report))
}

/** The followed runs whose turn has come, those that wait longest first. */
export async function readDue(database: Kysely<Tables>, now: number, most: number): Promise<FollowedRun[]> {
  const rows = await database
    .selectFrom('flow_runs')
    .select([
      'key',
      'merge_key',
      'flow_run_id',
      'state_type',
      'state_name',
      'workspace',
      'stuck',
      'changed_at',
      'follow_until',
    ])
    .where('following', '=', 1)
    .where('look_at', '<=', iso(now))
    .where('workspace', 'is not', null)
    .orderBy('look_at')
    .limit(most)
    .$narrowType<{ workspace: NotNull }>()
    .execute()
  return rows.map((row) => ({
    key: row.key,
    mergeKey: row.merge_key,
    workspace: row.workspace,
    id: row.flow_run_id,
    state: row.state_type === null ? null : { type: row.state_type, name: row.state_name ?? '' },
    changedAt: Date.parse(row.changed_at),
    until: Date.parse(row.follow_until),
    stuck: row.stuck === 1,
  }))
}

export async function postpone(
  database: Kysely<Tables>,
  keys: readonly string[],
  lookAt: number,
): Promise<void> {
  await database
    .updateTable('flow_runs')
    .set({ look_at: iso(lookAt) })
    .where('key', 'in', keys)
    .execute()
}

export async function readFollowedReports(
  database: Kysely<Tables>,
  keys: readonly string[],
): Promise<[key: string, report: RunReport][]> {
  const rows = await database
    .selectFrom('flow_runs')
    .select(['key', 'report'])
    .where('key', 'in', keys)
    .execute()
  return rows.map(({ key, report }) => [key, parseReport(report)])
}

/** Stores what was seen of followed runs, and counts a new report for each of their merges. */
export async function advanceRuns(database: Kysely<Tables>, runs: readonly SeenRun[]): Promise<void> {
  for (const { key, report, changedAt, lookAt } of runs) {
    const changes = seen(report, changedAt, lookAt)
    await database.updateTable('flow_runs').set(changes).where('key', '=', key).execute()
  }
  await database
    .updateTable('merges')
    .set((row) => ({ report_version: row('report_version', '+', 1) }))
    .where('key', 'in', [...new Set(runs.map(({ mergeKey }) => mergeKey))])
    .execute()
}

export function parseReport(report: string): RunReport {
  return runReportSchema.parse(JSON.parse(report))
}

/** What a look gives to store. */
function seen(report: RunReport, changedAt: number, lookAt: number) {
  const { outcome, following, stuck, now: state } = report
  return {
    report: JSON.stringify(report),
    state_type: state?.type ?? null,
    state_name: state?.name ?? null,
    open: following || outcome.kind === 'trying' ? 1 : 0,
    following: following ? 1 : 0,
    stuck: stuck ? 1 : 0,
    changed_at: iso(changedAt),
    look_at: iso(lookAt),
  }
}

function runKey(mergeKey: string, { id, attempt }: RunReport): string {
  return `${mergeKey} ${id} ${attempt}`
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
