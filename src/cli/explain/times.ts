import { shown } from './untrusted.ts'

/** A time of the store, to the second; what is no time is shown as it is. */
export function moment(time: string): string {
  const at = new Date(time)
  return Number.isNaN(at.getTime()) ? shown(time) : `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** So many milliseconds in the largest unit that fits without a rest. */
export function duration(milliseconds: number): string {
  const fitting = units.find(([, size]) => milliseconds >= size && milliseconds % size === 0)
  const [unit, size] = fitting ?? (['second', 1000] as const)
  const count = Math.round(milliseconds / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
