import type { NamedRun } from '../../inbox/index.ts'
import { nameOf, runWords } from './run-words.ts'
import type { Verdict, Words } from './words.ts'

interface Told {
  run: NamedRun
  words: Words
}

/** The short answer to what became of flow runs that were looked at one by one. */
export function runsVerdict(runs: readonly NamedRun[], isFinished: boolean): Verdict {
  const all = runs.map((run) => ({ run, words: runWords(run) }))
  const [only] = all.length === 1 ? all : []
  if (only !== undefined) {
    const { run, words } = only
    return { says: `${nameOf(run)} ${words.says}.`, next: words.next ?? noNext(isFinished) }
  }
  const [pressing] = all
    .filter(({ words }) => words.next !== null)
    .toSorted((left, right) => patience(left) - patience(right))
  return {
    says: summary(all),
    next: pressing === undefined ? noNext(isFinished) : `${nameOf(pressing.run)}: ${pressing.words.next}`,
  }
}

function noNext(isFinished: boolean): string {
  return isFinished ? 'Nothing is left to do.' : 'Nothing is to be done: it is followed until it ends.'
}

/** What was resumed is more pressing than what was left alone, and least what is only spoken of. */
function patience({ words: { short } }: Told): number {
  return ['left alone', 'only mentioned'].indexOf(short)
}

function summary(all: readonly Told[]): string {
  const groups = [...Map.groupBy(all, ({ words }) => words.short)]
  const counts = groups.map(([short, group]) => `${group.length} ${short}`)
  return `${all.length} flow runs, of which ${counts.join(', ')}.`
}
