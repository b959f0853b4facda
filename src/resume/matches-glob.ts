import picomatch from 'picomatch'

/** How names are compared with the operator's globs. */
export interface GlobOptions {
  /** GitHub's names are the same in any case; Prefect's are not. */
  anyCase: boolean
}

/** Whether one of the globs holds a name of two parts; `*` stays within a part, and names may begin with a dot. */
export function matchesGlob(name: string, globs: readonly string[], { anyCase }: GlobOptions): boolean {
  return globs.some((glob) => picomatch.isMatch(name, glob, { dot: true, nocase: anyCase }))
}
