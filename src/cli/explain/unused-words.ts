import { shown } from './untrusted.ts'

interface UnusedWords {
  /** Goes on after the address. */
  says: string
  next: string
}

const retry = 'Press Retry on its page in Prefect.'

const known = new Map<string, UnusedWords>([
  [
    'foreign-host',
    {
      says: 'is not under the address of the Prefect UI that this App knows',
      next: `Check PREFECT_UI_URL (or PREFECT_API_URL) if it should be. ${retry}`,
    },
  ],
  [
    'not-visible',
    {
      says: 'stands where no reader of the description sees it (a comment, or a link that is not used)',
      next: `Put it where people can see it before merging. ${retry}`,
    },
  ],
  [
    'task-run',
    { says: 'is the page of a task run', next: 'Name the flow run that the task is of, by its own page.' },
  ],
  ['api', { says: 'is an address of the API, not a page', next: `Name the page of the run. ${retry}` }],
  [
    'not-a-page',
    { says: 'is not the whole address of a flow run', next: `Copy the whole address. ${retry}` },
  ],
])

/** Why an address does not count, and what to do about it. */
export function unusedWords(because: string): UnusedWords {
  return known.get(because) ?? { says: `does not count (${shown(because)})`, next: retry }
}
