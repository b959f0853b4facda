const second = 1000
const minute = 60 * second

/** How often a run is looked at, by how long its state has been the same: often while it moves, seldom later. */
const paces = [
  { unchanged: 2 * second, every: second },
  { unchanged: 2 * minute, every: 5 * second },
  { unchanged: 60 * minute, every: 30 * second },
] as const

const slowest = 5 * minute

/**
 * When a run is looked at next, in milliseconds since 1970. Looks fall on a grid, so that runs whose turn would come
 * at nearly the same time share one call.
 *
 * @param changedAt when its state was last seen to change, in milliseconds since 1970
 */
export function nextLook(now: number, changedAt: number): number {
  const every = paces.find(({ unchanged }) => now - changedAt < unchanged)?.every ?? slowest
  return (Math.floor(now / every) + 1) * every
}
