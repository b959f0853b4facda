const milliseconds = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

const longest = 365 * milliseconds.d

/** What {@link parseDuration} reads, in words. */
export const durationForm = 'a whole number with s, m, h or d, such as 90s, 15m, 24h or 3d (at most 365d)'

/** `90s`, `15m`, `24h` or `3d` in milliseconds; undefined for anything else, for nothing and for over a year. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? []
  if (unit !== 's' && unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined
  const duration = Number(count) * milliseconds[unit]
  return duration > 0 && duration <= longest ? duration : undefined
}
