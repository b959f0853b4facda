/**
 * A clock as Prefect writes times: with microseconds, and never the same time twice. By the clock of the machine, with which
 * times are compared: one that only counts on is moments apart from it after minutes.
 */
export function createClock(): () => string {
  let last = 0
  return () => {
    last = Math.max(last + 1, Date.now() * 1000)
    return formatMicroseconds(last)
  }
}

/** A time as Prefect writes it or takes it, in microseconds since 1970; not a number where it is none. */
export function parseMicroseconds(time: string): number {
  const beyondMilliseconds = /\.\d{3}(\d{1,3})/.exec(time)?.[1] ?? ''
  return Date.parse(time) * 1000 + Number(beyondMilliseconds.padEnd(3, '0'))
}

function formatMicroseconds(since1970: number): string {
  const toMilliseconds = new Date(Math.floor(since1970 / 1000)).toISOString().slice(0, -1)
  return `${toMilliseconds}${String(since1970 % 1000).padStart(3, '0')}Z`
}
