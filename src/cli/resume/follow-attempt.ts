import { setTimeout } from 'node:timers/promises'
import type { Archive, MergeRecord, NamedRun } from '../../inbox/index.ts'

/** Between two looks into the store, in milliseconds. */
const pause = 250

/** What became of an attempt within the time that was given. */
export type Fate =
  /** No server has taken it. */
  | { kind: 'not-taken' }
  /** Nothing is looked at: the merge is skipped, or the settings file is wrong. */
  | { kind: 'not-looked-at'; merge: MergeRecord }
  | { kind: 'decided'; runs: readonly NamedRun[] }
  /** Some runs could not be decided yet; it is tried on. */
  | { kind: 'trying'; runs: readonly NamedRun[] }

/** How long a server may take to begin, and all in all, in milliseconds. */
export interface Patience {
  taken: number
  decided: number
}

/** Looks on while a server works on an attempt. */
export async function followAttempt(
  readMerge: () => Promise<MergeRecord>,
  { attempt, ids }: { attempt: number; ids: readonly string[] },
  patience: Patience,
): Promise<Fate> {
  const begun = performance.now()
  for (;;) {
    const merge = await readMerge()
    const waited = performance.now() - begun
    const asked = merge.askedAttempts.find((each) => each.attempt === attempt)
    const isTaken = asked !== undefined && asked.handedOverAt !== null
    const runs = merge.runs.filter(({ id }) => ids.includes(id))
    if (isTaken && runs.every((run) => isDecided(run, attempt))) return { kind: 'decided', runs }
    // Without a look at them the runs leave no trace of the attempt.
    if (isTaken && merge.finishedAt !== null && merge.standing?.kind !== 'acts')
      return { kind: 'not-looked-at', merge }
    if (!isTaken && waited > patience.taken) return { kind: 'not-taken' }
    if (isTaken && waited > patience.decided) return { kind: 'trying', runs }
    await setTimeout(pause)
  }
}

function isDecided({ attempts }: NamedRun, attempt: number): boolean {
  return attempts.some((each) => each.attempt === attempt && each.outcome.kind !== 'trying')
}

/** Reads a merge by its key anew. @throws when it is gone */
export function createMergeReader(archive: Archive, { key, repository, number }: MergeRecord) {
  return async (): Promise<MergeRecord> => {
    const query = { kind: 'pull-request', repository: repository.fullName, number } as const
    const found = (await archive.dossiers(query)).find(({ merge }) => merge?.key === key)
    if (found?.merge == null) throw new Error(`The merge ${key} is no longer in the store.`)
    return found.merge
  }
}
