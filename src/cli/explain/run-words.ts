import type { NamedRun, RunAttempt } from '../../inbox/index.ts'
import { tellingAttempt } from '../../resume/index.ts'
import { leftAloneWords } from './left-alone-words.ts'
import { obstacles } from './obstacle-words.ts'
import { resumedWords } from './resumed-words.ts'
import { quoted } from './untrusted.ts'
import type { Words } from './words.ts'

const unseen: Words = {
  says: 'was not looked at yet',
  next: 'See that the server runs; its log says what keeps it.',
  short: 'not looked at yet',
}

/** What became of a run, as the attempt left it that tells how it stands. */
export function runWords({ attempts }: NamedRun): Words {
  const telling = tellingAttempt(attempts)
  return telling === undefined ? unseen : attemptWords(telling)
}

/** What became of a run in one attempt. */
export function attemptWords(attempt: RunAttempt): Words {
  const { outcome, was } = attempt
  switch (outcome.kind) {
    case 'resumed':
      return resumedWords(attempt)
    case 'would-resume':
      return {
        says: 'would be resumed',
        next: 'Nothing was changed, since DRY_RUN is set.',
        short: 'would be resumed',
      }
    case 'left-alone':
      return leftAloneWords(outcome.why, was)
    case 'trying': {
      const { says, next } = obstacles[outcome.obstacle.because]
      const short = 'not decided yet'
      return { says: `could not be decided yet, since ${says}`, next: `${next} It is tried again.`, short }
    }
    case 'given-up': {
      const { says, next } = obstacles[outcome.obstacle.because]
      return { says: `was given up, since ${says}`, next, short: 'given up' }
    }
  }
}

/** How the run is called: its own name, as soon as that could be read. */
export function nameOf({ id, attempts }: NamedRun): string {
  const name = attempts.findLast((attempt) => attempt.name !== null)?.name
  return name == null ? `flow run ${id}` : quoted(name)
}
