import { TemplateCompileError } from '../errors/template-compile-error.ts'
import type { Token, TokenKind } from './tokens.ts'
import { unescapeString } from './unescape.ts'

const opening = /\{%[-+]?\s*raw\s*(?:-%\}\s*|%\})|\{[%{#][-+]?/g
const endOfRaw = /\{%([-+]?)\s*endraw\s*(?:\+%\}|-%\}\s*|%\})/g
const endOfComment = /(?:\+|-)?#\}/g
const endOfBlock = /\+%\}|-%\}\s*|%\}/y
const endOfOutput = /-\}\}\s*|\}\}/y
const space = /\s+/y
const words: readonly (readonly [TokenKind, RegExp])[] = [
  ['float', /(?<!\.)(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy],
  ['integer', /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy],
  ['name', /[\w\u0080-\uffff]+/y],
  ['string', /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/sy],
  ['operator', /\*\*|\/\/|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/y],
]
const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/
const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

/** Reads the words of a template, by Jinja's rules: `{%-` takes the space before it, `-%}` the space after. */
export function tokenize(template: string): Token[] {
  const source = template.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const tokens: Token[] = []
  let position = 0
  let line = 1

  const add = (kind: TokenKind, value: string) => tokens.push({ kind, value, line })
  const pass = (to: number) => {
    for (let at = position; at < to; at += 1) if (source[at] === '\n') line += 1
    position = to
  }
  const fail = (reason: string): never => {
    throw new TemplateCompileError(reason, line)
  }
  const find = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from
    return pattern.exec(source)
  }
  const addData = (to: number, sign: string | undefined) => {
    const data = source.slice(position, to)
    const kept = sign === '-' ? data.trimEnd() : data
    if (kept !== '') add('data', kept)
    pass(to)
  }
  const readRaw = (start: number) => {
    pass(start)
    const end = find(endOfRaw, start)
    if (end === null) return fail('Missing end of raw directive')
    addData(end.index, end[1])
    pass(end.index + end[0].length)
  }
  const readComment = (start: number) => {
    const end = find(endOfComment, start)
    if (end === null) return fail('Missing end of comment tag')
    pass(end.index + end[0].length)
    if (end[0].startsWith('-') && find(space, position) !== null) pass(space.lastIndex)
  }
  const readWords = (end: RegExp, endKind: TokenKind) => {
    const open: string[] = []
    for (;;) {
      if (open.length === 0) {
        const match = find(end, position)
        if (match !== null) {
          add(endKind, match[0].trimEnd())
          return pass(end.lastIndex)
        }
      }
      if (position >= source.length) return
      if (find(space, position) !== null) pass(space.lastIndex)
      else readWord(open)
    }
  }
  const readWord = (open: string[]) => {
    for (const [kind, pattern] of words) {
      const match = find(pattern, position)
      if (match === null) continue
      const [text] = match
      if (kind === 'name' && !plainName.test(text))
        fail(`Invalid character in identifier ${JSON.stringify(text)}`)
      if (kind === 'operator') balance(open, text)
      add(kind, kind === 'string' ? unescapeString(text.slice(1, -1)) : text)
      return pass(position + text.length)
    }
    fail(`unexpected char ${JSON.stringify(source.slice(position, position + 1))}`)
  }
  const balance = (open: string[], operator: string) => {
    const expected = closing[operator]
    if (expected !== undefined) open.push(expected)
    else if (operator === ')' || operator === ']' || operator === '}') {
      const wanted = open.pop()
      if (wanted === undefined) fail(`unexpected '${operator}'`)
      if (wanted !== operator) fail(`unexpected '${operator}', expected '${wanted}'`)
    }
  }

  while (position < source.length) {
    const match = find(opening, position)
    if (match === null) {
      addData(source.length, undefined)
      break
    }
    const [mark] = match
    const start = match.index + mark.length
    addData(match.index, mark[2])
    if (mark.includes('raw')) readRaw(start)
    else if (mark.startsWith('{#')) readComment(start)
    else {
      const block = mark.startsWith('{%')
      add(block ? 'begin-block' : 'begin-output', mark)
      pass(start)
      readWords(block ? endOfBlock : endOfOutput, block ? 'end-block' : 'end-output')
    }
  }
  add('end', '')
  return tokens
}
