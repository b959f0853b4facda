/** Timers that never keep a process alive and end together. */
export interface Timers {
  /** @param delay in milliseconds */
  after(delay: number, act: () => void): void
  clear(): void
}

/** A set of timers, empty at first. */
export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  return {
    after(delay, act) {
      const timer = setTimeout(() => {
        running.delete(timer)
        act()
      }, delay)
      timer.unref()
      running.add(timer)
    },
    clear() {
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}
