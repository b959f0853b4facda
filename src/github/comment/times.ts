const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** `2026-11-21 09:14 UTC`; empty where it is no time. @param time ISO 8601 */
export function minuteWords(time: string): string {
  const written = inUtc(time)
  return written === null ? '' : `${written.slice(0, 16)} UTC`
}

/** `2026-11-21 09:14:33`, in UTC too; a question mark where it is no time. @param time ISO 8601 */
export function secondWords(time: string): string {
  return inUtc(time)?.slice(0, 19) ?? '?'
}

/** How long something took: `3 min 12 s`. Null where one of the two is no time, or they are the wrong way round. */
export function spanWords(from: string, to: string): string | null {
  const span = Date.parse(to) - Date.parse(from)
  if (!(span >= 0)) return null
  if (span < second) return 'less than 1 s'
  if (span < minute) return `${Math.floor(span / second)} s`
  if (span < hour) return both(span, [minute, 'min'], [second, 's'])
  return span < day ? both(span, [hour, 'h'], [minute, 'min']) : both(span, [day, 'd'], [hour, 'h'])
}

type Unit = readonly [length: number, sign: string]

function both(span: number, [length, sign]: Unit, [part, partSign]: Unit): string {
  const rest = Math.floor((span % length) / part)
  return `${Math.floor(span / length)} ${sign}${rest === 0 ? '' : ` ${rest} ${partSign}`}`
}

/** A time that somebody set, in the largest unit that leaves nothing over: `3 days`. @param period in milliseconds */
export function periodWords(period: number): string {
  const units = [
    ['day', day],
    ['hour', hour],
    ['minute', minute],
  ] as const
  const [unit, length] = units.find(([, size]) => period >= size && period % size === 0) ?? ['second', second]
  const count = Math.round(period / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function inUtc(time: string): string | null {
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace('T', ' ')
}
