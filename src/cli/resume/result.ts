import type { NamedRun, RunAttempt } from '../../inbox/index.ts'
import { stateSince, tellingAttempt } from '../../resume/index.ts'
import { attemptWords, nameOf, runWords } from '../explain/run-words.ts'
import { skippedWords } from '../explain/standing-words.ts'
import type { Fate } from './follow-attempt.ts'

/** What is said of one run, and whether Prefect has it as Scheduled, or further. */
export interface Result {
  line: string
  isScheduled: boolean
}

/** What became of runs in an attempt. */
export function attemptLines(runs: readonly NamedRun[], attempt: number): Result[] {
  return runs.flatMap((run) => {
    const made = run.attempts.find((each) => each.attempt === attempt)
    return made === undefined ? [] : [resultOf(run, made)]
  })
}

/** How those stand that are not tried again, since an earlier attempt has them under way. */
export function underWayLines(runs: readonly NamedRun[]): Result[] {
  return runs.map((run) => {
    const telling = tellingAttempt(run.attempts)
    // What waits gets the newest code when it starts; what runs does not.
    const waits = telling !== undefined && stateSince(telling)?.type === 'SCHEDULED'
    const { says, next } = runWords(run)
    return { line: lineOf(run, `${says} already`, waits ? null : next), isScheduled: waits }
  })
}

function resultOf(run: NamedRun, made: RunAttempt): Result {
  const { says, next } = attemptWords(made)
  // What waits already, for whatever reason, does what was asked for: it gets the newest code when it starts.
  const isScheduled = made.outcome.kind === 'resumed' || made.was?.type === 'SCHEDULED'
  return { line: lineOf(run, says, next), isScheduled }
}

function lineOf(run: NamedRun, says: string, next: string | null): string {
  return `${run.id} ${nameOf(run)} ${says}.${next === null ? '' : ` ${next}`}`
}

/** Why no run was resumed; follows a colon. @param place the store, as people name it */
export function whyNot(fate: Fate, place: string): string {
  switch (fate.kind) {
    case 'not-taken':
      return `no server took it within 30 s, so that it is withdrawn. See that resume-on-merge runs, and keeps its store here: ${place}.`
    case 'not-looked-at':
      return whyNotLookedAt(fate.merge.standing)
    case 'trying':
      return 'it could not be decided within 2 min. The server tries on; resume-on-merge explain tells how it ends.'
    case 'decided':
      return 'the reasons are above.'
  }
}

function whyNotLookedAt(standing: Extract<Fate, { kind: 'not-looked-at' }>['merge']['standing']): string {
  if (standing?.kind === 'skipped') {
    const { says, next } = skippedWords(standing)
    return `${says}. ${next}`
  }
  return 'the settings file of the repository is wrong; resume-on-merge explain tells where.'
}
