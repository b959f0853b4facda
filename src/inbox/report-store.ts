import type { Kysely } from 'kysely'
import type { ReportStore } from '../resume/index.ts'
import type { Tables } from './database/tables.ts'
import { advanceRuns, postpone, readDue, readFollowedReports, readRuns, rememberRuns } from './flow-runs.ts'
import type { Change } from './group-commit.ts'
import { finishMerge, noteStanding, readReport } from './reports.ts'
import type { Rights } from './rights.ts'

/** So many runs are read or written by one statement, or in one commit: others have their turn in between. */
const atOnce = 100

/** What becomes of merges: written by the work and by the follower, read by both. */
export function createReportStore(
  database: Kysely<Tables>,
  commit: <Result>(change: Change<Result>) => Promise<Result>,
  rights: Rights,
): ReportStore {
  return {
    runsOf: (mergeKey, attempt) => readRuns(database, mergeKey, attempt),
    remember: (mergeKey, standing, runs) =>
      commit(async (transaction) => {
        await noteStanding(transaction, mergeKey, standing)
        await rememberRuns(transaction, mergeKey, runs, Date.now())
      }),
    async finish(mergeKey) {
      const now = new Date().toISOString()
      const finished = await commit((transaction) => finishMerge(transaction, mergeKey, now))
      return finished === null ? null : await readReport(database, finished)
    },
    due: (now, most) => readDue(database, now, most),
    async lookAgain(keys, at) {
      for (const some of inGroups(keys)) await commit((transaction) => postpone(transaction, some, at))
    },
    async followedReports(keys) {
      const groups = inGroups(keys).map((some) => readFollowedReports(database, some))
      return new Map((await Promise.all(groups)).flat())
    },
    async advance(seen) {
      for (const some of inGroups(seen)) await commit((transaction) => advanceRuns(transaction, some))
    },
    hold: (right, duration) => rights.hold(right, duration),
    letGo: (right) => rights.letGo(right),
  }
}

function inGroups<T>(all: readonly T[]): T[][] {
  const groups: T[][] = []
  for (let start = 0; start < all.length; start += atOnce) groups.push(all.slice(start, start + atOnce))
  return groups
}
