import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ArchiveQuery, Dossier } from './dossier.ts'
import { findMergesNaming, findMergesOf } from './find-merges.ts'
import { findDelivery, findPullRequests, type PullRequestId, readDeliveries } from './read-deliveries.ts'
import { readMerge } from './read-merge.ts'

/** What is stored of what somebody asks for, newest first. @throws UnknownFormError */
export async function readDossiers(database: Kysely<Tables>, query: ArchiveQuery): Promise<Dossier[]> {
  const dossiers =
    query.kind === 'id'
      ? await readById(database, query.id)
      : await readByPullRequest(database, query.repository, query.number)
  return dossiers.toSorted((left, right) => timeOf(right).localeCompare(timeOf(left)))
}

async function readByPullRequest(
  database: Kysely<Tables>,
  repository: string,
  number: number,
): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for (const pullRequest of await findPullRequests(database, repository, number)) {
    const keys = await findMergesOf(database, pullRequest)
    const merged = await readAll(database, keys)
    dossiers.push(...(merged.length > 0 ? merged : [await readUnmerged(database, pullRequest)]))
  }
  return dossiers
}

async function readUnmerged(database: Kysely<Tables>, pullRequest: PullRequestId): Promise<Dossier> {
  return { deliveries: await readDeliveries(database, pullRequest, null), merge: null }
}

async function readById(database: Kysely<Tables>, id: string): Promise<Dossier[]> {
  const found = (await findDelivery(database, id)) ?? (await findDelivery(database, id.toLowerCase()))
  const keys = new Set(await findMergesNaming(database, id.toLowerCase()))
  if (found !== null && found.mergeKey !== null) keys.add(found.mergeKey)
  const merged = await readAll(database, [...keys])
  if (found === null || merged.some(({ merge }) => merge?.key === found.mergeKey)) return merged
  // What else its pull request had is for those who ask for the pull request.
  return [{ deliveries: [found.delivery], merge: null }, ...merged]
}

async function readAll(database: Kysely<Tables>, keys: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for (const key of keys) {
    const merge = await readMerge(database, key)
    if (merge === null) continue
    const pullRequest = { repositoryId: merge.repository.id, number: merge.number }
    dossiers.push({ deliveries: await readDeliveries(database, pullRequest, key), merge })
  }
  return dossiers
}

/** When it began. */
function timeOf({ deliveries, merge }: Dossier): string {
  return merge?.recordedAt ?? deliveries.at(-1)?.receivedAt ?? ''
}
