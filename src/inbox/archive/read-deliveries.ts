import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { DeliveryRecord } from './dossier.ts'

/** A pull request: the repository's id stays the same when it is renamed. */
export interface PullRequestId {
  repositoryId: string
  number: number
}

/** The pull requests with that number in repositories that have, or once had, that name. */
export async function findPullRequests(
  database: Kysely<Tables>,
  repository: string,
  number: number,
): Promise<PullRequestId[]> {
  const rows = await database
    .selectFrom('deliveries')
    .select('repository_id')
    .distinct()
    .where('number', '=', number)
    .where(({ eb, fn }) => eb(fn<string>('lower', ['repository']), '=', repository.toLowerCase()))
    .execute()
  return rows.flatMap(({ repository_id: id }) => (id === null ? [] : { repositoryId: id, number }))
}

/** The delivery with that GUID, and the merge that it tells of. */
export async function findDelivery(
  database: Kysely<Tables>,
  guid: string,
): Promise<{ delivery: DeliveryRecord; mergeKey: string | null } | null> {
  const row = await database.selectFrom('deliveries').selectAll().where('guid', '=', guid).executeTakeFirst()
  return row === undefined ? null : { delivery: toRecord(row), mergeKey: row.merge_key }
}

/** The deliveries of a pull request, oldest first; for a merge, without those that tell of another one. */
export async function readDeliveries(
  database: Kysely<Tables>,
  { repositoryId, number }: PullRequestId,
  mergeKey: string | null,
): Promise<DeliveryRecord[]> {
  const all = database
    .selectFrom('deliveries')
    .selectAll()
    .where('number', '=', number)
    .where('repository_id', '=', repositoryId)
  const some =
    mergeKey === null
      ? all
      : all.where(({ eb, or }) => or([eb('merge_key', 'is', null), eb('merge_key', '=', mergeKey)]))
  const rows = await some.orderBy('received_at').orderBy('guid').execute()
  return rows.map(toRecord)
}

function toRecord(row: Selectable<Tables['deliveries']>): DeliveryRecord {
  const { repository_id: id, repository: fullName } = row
  return {
    guid: row.guid,
    event: row.event,
    action: row.action,
    repository: id === null || fullName === null ? null : { id, fullName },
    number: row.number,
    tellsOfMerge: row.merge_key !== null,
    receivedAt: row.received_at,
    timesReceived: row.times_received,
    outcome: row.outcome,
    reason: row.reason,
  }
}
