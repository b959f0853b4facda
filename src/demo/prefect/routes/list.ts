import type { Answer } from '../../http/index.ts'
import { refuse } from './refuse.ts'

/** The largest and the default number of runs of a list. */
const mostRuns = 200

/** The part of a list that was asked for; no larger one than Prefect gives. */
export function answerPage(
  found: readonly unknown[],
  { limit, offset }: { limit?: number | null | undefined; offset: number },
): Answer {
  const most = limit ?? mostRuns
  if (most < 0) return refuse(422, 'Invalid limit: must be greater than or equal to 0.')
  if (most > mostRuns) return refuse(422, `Invalid limit: must be less than or equal to ${mostRuns}.`)
  return { status: 200, body: found.slice(offset, offset + most) }
}

/** Whether a value is one of those wanted; any is where none are named. */
export function isAmong(value: string | null, any: readonly string[] | null | undefined): boolean {
  return any === null || any === undefined || (value !== null && any.includes(value))
}

/** An order in which what has the larger key comes first. */
export function descending<Document>(key: (document: Document) => string) {
  return (one: Document, other: Document): number => {
    const [left, right] = [key(one), key(other)]
    if (left === right) return 0
    return left < right ? 1 : -1
  }
}
