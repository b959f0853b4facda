import type { Kysely, NotNull } from 'kysely'
import type { FollowedRun, RememberedRun } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'

/** The first try of a merge; a person may ask for more. */
const attempt = 1

/** Stores what became of a merge's runs; what was stored of them before is replaced. */
export async function rememberRuns(
  database: Kysely<Tables>,
  mergeKey: string,
  runs: readonly RememberedRun[],
  now: string,
): Promise<void> {
  if (runs.length === 0) return
  await database
    .insertInto('flow_runs')
    .values(
      runs.map(({ report, workspace, following }, position) => ({
        merge_key: mergeKey,
        flow_run_id: report.id,
        attempt,
        position,
        report: JSON.stringify(report),
        state_type: report.now?.type ?? null,
        state_name: report.now?.name ?? null,
        workspace,
        following: following ? 1 : 0,
        updated_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['merge_key', 'flow_run_id', 'attempt']).doUpdateSet((row) => ({
        report: row.ref('excluded.report'),
        state_type: row.ref('excluded.state_type'),
        state_name: row.ref('excluded.state_name'),
        workspace: row.ref('excluded.workspace'),
        following: row.ref('excluded.following'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute()
}

/** The runs of all merges that are still followed. */
export async function readFollowed(database: Kysely<Tables>): Promise<FollowedRun[]> {
  const rows = await database
    .selectFrom('flow_runs')
    .select(['merge_key', 'flow_run_id', 'state_type', 'state_name', 'workspace', 'updated_at'])
    .where('following', '=', 1)
    .where('workspace', 'is not', null)
    .$narrowType<{ workspace: NotNull }>()
    .execute()
  return rows.map((row) => ({
    mergeKey: row.merge_key,
    workspace: row.workspace,
    id: row.flow_run_id,
    state: row.state_type === null ? null : { type: row.state_type, name: row.state_name ?? '' },
    changedAt: Date.parse(row.updated_at),
  }))
}
