import type { Report, RunReport } from '../../../resume/index.ts'
import { leftAloneWords } from './left-alone-words.ts'
import { givenUpWords, tryingWords } from './obstacle-words.ts'
import { resumedWords } from './resumed-words.ts'
import type { Words } from './words.ts'

/** What is said of a flow run, whatever became of it. */
export function wordsFor(report: Report, run: RunReport): Words {
  const { outcome } = run
  switch (outcome.kind) {
    case 'resumed':
      return resumedWords(report, run)
    case 'would-resume':
      return {
        icon: '🧪',
        says: 'would be resumed',
        next: 'Nothing was changed: this app only tries out what it would do (`DRY_RUN`).',
        short: 'would be resumed',
      }
    case 'left-alone':
      return { icon: '⏭️', short: 'left alone', ...leftAloneWords(report, run, outcome.why) }
    case 'trying':
      return tryingWords(report, outcome.obstacle)
    case 'given-up':
      return givenUpWords(report, outcome.obstacle)
  }
}
