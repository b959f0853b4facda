/** What one of many takes from an allowance that they share. */
export interface Share {
  /** Whether there was so much left; only then is it taken. */
  take(bytes: number): boolean
  /** Gives back all that was taken. */
  release(): void
}

/** Lets many share so many bytes: opens a share for each. */
export function createAllowance(bytes: number): () => Share {
  let left = bytes
  return () => {
    let taken = 0
    return {
      take(wanted) {
        if (wanted > left) return false
        left -= wanted
        taken += wanted
        return true
      },
      release() {
        left += taken
        taken = 0
      },
    }
  }
}
