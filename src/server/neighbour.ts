/** A service that we cannot work without, as the start looks at it. */
export interface Neighbour {
  /** As people call it. */
  name: string
  /** Looks once whether it lets us in; never rejects but when the signal is aborted. */
  look(leaving: AbortSignal): Promise<Finding>
}

/** What a look gives: what is worth knowing of the neighbour, or what is wrong and what to do. */
export type Finding = { well: true; fields: Record<string, unknown> } | { well: false; trouble: string }
