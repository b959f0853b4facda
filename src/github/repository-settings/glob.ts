import { z } from 'zod'

/** Characters that stand for themselves: none that a glob gives a meaning, and no control characters. */
const plain = String.raw`[^*\[\](){}!|"\\\u0000-\u001f\u007f]`

/**
 * At most three runs of `*`: each one more multiplies the time that a comparison may take by the length of the name,
 * and the globs are those of whoever may write to the repository.
 */
const glob = new RegExp(String.raw`^${plain}*(?:\*{1,2}${plain}+){0,2}(?:\*{1,2}${plain}*)?$`)

/** What a list of globs holds, in words. @param what such as `branch names, such as main` */
export function globsOver(what: string): string {
  return `1 to 50 globs over ${what}; the only wildcards are ? and, up to three times, * or **`
}

/** A glob that is cheap to compare. @param allowed the words for what is no such glob */
export function globSchema(allowed: string) {
  return z.string(allowed).min(1, allowed).max(200, allowed).regex(glob, allowed)
}
