/** What is said of one flow run; all of it is Markdown. */
export interface Words {
  icon: string
  /** Follows the run's name, without a full stop: `ran again, and completed`. */
  says: string
  /** What that means and what can be done, in sentences; empty where nothing need be said. */
  next: string
  /** Follows a number in the summary of several runs: `completed`. */
  short: string
}

/** {@link Words} of a run that was left alone: in the summary, all of them are the same. */
export type LeftWords = Pick<Words, 'says' | 'next'> & Partial<Words>
