import { decodedMarkdown } from './entities.ts'

const deepestParentheses = 32

/** The offset after white space, of which at most one line ending. */
export function skipSpace(text: string, at: number): number {
  let end = at
  let lines = 0
  while (/[ \t\n]/.test(text.charAt(end)) && (text.charAt(end) !== '\n' || ++lines < 2)) end++
  return end
}

/** Reads a link's destination, `<…>` or bare, with its escapes and entities decoded. */
export function readDestination(text: string, at: number): { value: string; end: number } | undefined {
  return text.charAt(at) === '<' ? readAngled(text, at) : readBare(text, at)
}

function readAngled(text: string, at: number): { value: string; end: number } | undefined {
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end)
    if (character === '\\') end++
    else if (character === '>') return { value: decodedMarkdown(text.slice(at + 1, end)), end: end + 1 }
    else if (character === '<' || character === '\n') return undefined
  }
  return undefined
}

function readBare(text: string, at: number): { value: string; end: number } | undefined {
  let depth = 0
  let end = at
  for (; end < text.length; end++) {
    const character = text.charAt(end)
    if (character <= ' ' || character === '\x7f') break
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(end + 1))) end++
    else if (character === '(' && ++depth > deepestParentheses) return undefined
    else if (character === ')' && --depth < 0) break
  }
  return { value: decodedMarkdown(text.slice(at, end)), end } // GitHub lets a parenthesis stay open
}

/** Reads a link's title and returns the offset after it. */
export function readTitle(text: string, at: number): number | undefined {
  const opening = text.charAt(at)
  if (!/["'(]/.test(opening)) return undefined
  const closing = opening === '(' ? ')' : opening
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end)
    if (character === '\\') end++
    else if (character === closing) return end + 1
    else if (character === '(' && opening === '(') return undefined
  }
  return undefined
}
