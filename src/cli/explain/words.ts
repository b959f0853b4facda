/** What is said of one flow run, as plain text. */
export interface Words {
  /** Goes on after its name, without a full stop: `was resumed, and completed`. */
  says: string
  /** What a person can do, in sentences; null where nothing need be done. */
  next: string | null
  /** Follows a number, in the summary of several runs: `completed`. */
  short: string
}

/** The short answer, as plain text. */
export interface Verdict {
  /** What happened, or why nothing did: a sentence. */
  says: string
  /** What to do next, in sentences. */
  next: string
}
