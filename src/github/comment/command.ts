import { cut } from '../../visible-text.ts'
import { plainText } from './plain-text.ts'

/** The longest command with all its names, in code points. */
const longest = 1000

/** So long may a name be that somebody is to paste into a shell. */
const wordLimit = 160

/** A command line, to be pasted as it is. @param words as a shell reads them */
export function command(...words: readonly string[]): string {
  return plainText(words.join(' '), longest)
}

/**
 * An untrusted name as one word of a shell, which does nothing else with it.
 *
 * @param otherwise what stands for a name that cannot be shown to the letter, such as `POOL`
 */
export function shellWord(name: string, otherwise: string): string {
  if (name === '' || cut(name, wordLimit) !== name || name.startsWith('-')) return otherwise
  return /^[\w./][\w./#-]*$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}
