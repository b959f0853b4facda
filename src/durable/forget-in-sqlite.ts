import { DatabaseSync } from 'node:sqlite'
import { DEFAULT_NAMESPACE_ID } from 'openworkflow/internal'
import { z } from 'zod'
import { endedStatuses } from './ended.ts'

/** Deleting a piece takes about so many milliseconds at most, and its commit as many again: everybody else waits. */
const piece = { duration: 5, runs: 200 }

const rowsSchema = z.array(z.object({ id: z.string() }))

// What ended before a time was made before it, and the engine has an index over that.
const findEnded = `
  SELECT id FROM workflow_runs
  WHERE namespace_id = ? AND status IN (${endedStatuses.map(() => '?').join(', ')})
    AND created_at < ? AND finished_at < ?
  LIMIT ${piece.runs}`

// The schema deletes the steps of a run with it.
const deleteRun = 'DELETE FROM workflow_runs WHERE namespace_id = ? AND id = ?'

/**
 * Deletes some of the runs that ended before a time from the engine's SQLite file, with their steps.
 *
 * The engine does not wait for others: while somebody else writes, it fails. In the thread of the engine nobody ever
 * meets anybody, since both write without a break, each from the beginning of a transaction to its end.
 *
 * @param before ISO 8601, in UTC
 * @returns how many; 0 when there is none left
 */
export function forgetInSqlite(file: string, before: string): number {
  const database = new DatabaseSync(file)
  try {
    const ended = database.prepare(findEnded).all(DEFAULT_NAMESPACE_ID, ...endedStatuses, before, before)
    const runs = rowsSchema.parse(ended)
    return runs.length === 0 ? 0 : deleteRuns(database, runs)
  } finally {
    // Takes a transaction back that was not committed.
    database.close()
  }
}

function deleteRuns(database: DatabaseSync, runs: readonly { id: string }[]): number {
  const statement = database.prepare(deleteRun)
  const begun = performance.now()
  let deleted = 0
  database.exec('BEGIN IMMEDIATE')
  for (const { id } of runs) {
    statement.run(DEFAULT_NAMESPACE_ID, id)
    deleted += 1
    if (performance.now() - begun >= piece.duration) break
  }
  database.exec('COMMIT')
  return deleted
}
