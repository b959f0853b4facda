/** Statuses after which a read is repeated; a local server answers 503 now and then while its database is locked. */
const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** The longest pause between two tries of one read, in milliseconds; who waits longer asks anew. */
const longestPause = 10_000

export function isPassing(status: number): boolean {
  return passing.has(status)
}

/**
 * How long to wait before the next try, in milliseconds: what the server asks for, else doubling from 200 ms, with up
 * to a quarter more by chance. Null when the server wants to be left alone for longer than a read may take.
 *
 * @param tries how often it was tried already
 * @param retryAfter the header: seconds, or an HTTP date
 */
export function pauseBeforeRetry(tries: number, retryAfter: string | null, now: number): number | null {
  const wanted = retryAfter === null ? null : readRetryAfter(retryAfter, now)
  const pause = wanted ?? Math.min(200 * 2 ** (tries - 1), longestPause)
  return pause > longestPause ? null : pause * (1 + Math.random() / 4)
}

function readRetryAfter(text: string, now: number): number | null {
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
