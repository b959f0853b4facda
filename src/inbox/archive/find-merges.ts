import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { PullRequestId } from './read-deliveries.ts'

/** The keys of the merges that deliveries of a pull request told of. */
export async function findMergesOf(
  database: Kysely<Tables>,
  { repositoryId, number }: PullRequestId,
): Promise<string[]> {
  const rows = await database
    .selectFrom('merges')
    .select('key')
    .where((row) => isOfPullRequest(row, repositoryId, number))
    .execute()
  return rows.map(({ key }) => key)
}

function isOfPullRequest(
  { exists, selectFrom }: ExpressionBuilder<Tables, 'merges'>,
  repositoryId: string,
  number: number,
) {
  return exists(
    selectFrom('deliveries')
      .select('guid')
      .whereRef('deliveries.merge_key', '=', 'merges.key')
      .where('deliveries.number', '=', number)
      .where('deliveries.repository_id', '=', repositoryId),
  )
}

/**
 * The keys of the merges whose pull requests name a flow run, or have an address with its id that was not used. What
 * they say is not indexed, so all of it is searched.
 */
export async function findMergesNaming(database: Kysely<Tables>, flowRunId: string): Promise<string[]> {
  const pattern = `%${flowRunId.toLowerCase()}%`
  const rows = await database
    .selectFrom('merges')
    .select('key')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('key', 'in', selectFrom('flow_runs').select('merge_key').where('flow_run_id', '=', flowRunId)),
        eb(sql<string>`lower(plan)`, 'like', pattern),
        // Not taken up yet.
        eb(sql<string>`lower(request)`, 'like', pattern),
      ]),
    )
    .execute()
  return rows.map(({ key }) => key)
}
