import { TemplateCompileError } from '../errors/template-compile-error.ts'
import { limits } from '../limits.ts'
import type { Node } from './nodes.ts'
import type { Token, TokenKind } from './tokens.ts'

/** The words of a template, one after the other; every reader of the grammar takes from the same stream. */
export interface TokenStream {
  readonly current: Token
  /** The one after the current one. */
  readonly following: Token
  /** Takes the current token. */
  next(): Token
  /** Whether the current token is of that kind, with one of these values if any are given. */
  at(kind: TokenKind, ...values: string[]): boolean
  /** Takes the current token if it is that one. */
  skip(kind: TokenKind, value?: string): boolean
  /** Takes the current token, which has to be that one. */
  expect(kind: TokenKind, value?: string): Token
  fail(reason: string, line?: number): never
  /** Reads something that may hold itself: too deep is an error instead of a full stack. */
  nested<T>(read: () => T): T
  /** Reads an expression; not `conditional`: without `a if b`. */
  expression(conditional?: boolean): Node
  /** Reads everything up to one of these tags, whose name is left to be read. */
  body(...ends: string[]): Node
}

/** Where a grammar is entered again from inside: what brackets and blocks may hold. */
export interface Grammar {
  expression(stream: TokenStream, conditional: boolean): Node
  text(stream: TokenStream, ends: readonly string[]): Node
}

/** A stream over tokens that end with the token `end`. */
export function tokenStream(tokens: readonly Token[], grammar: Grammar): TokenStream {
  const end: Token = { kind: 'end', value: '', line: tokens.at(-1)?.line ?? 1 }
  let position = 0
  let depth = 0
  const stream: TokenStream = {
    get current() {
      return tokens[position] ?? end
    },
    get following() {
      return tokens[position + 1] ?? end
    },
    next() {
      const token = stream.current
      position += 1
      return token
    },
    at: (kind, ...values) =>
      stream.current.kind === kind && (values.length === 0 || values.includes(stream.current.value)),
    skip(kind, value) {
      const found = value === undefined ? stream.at(kind) : stream.at(kind, value)
      if (found) position += 1
      return found
    },
    expect(kind, value) {
      const found = value === undefined ? stream.at(kind) : stream.at(kind, value)
      if (!found) stream.fail(`expected ${named(kind, value)}, got ${describe(stream.current)}`)
      return stream.next()
    },
    fail(reason, line = stream.current.line) {
      throw new TemplateCompileError(reason, line)
    },
    nested(read) {
      depth += 1
      if (depth > limits.nesting) stream.fail(`more than ${limits.nesting} levels within each other`)
      const result = read()
      depth -= 1
      return result
    },
    expression: (conditional = true) => grammar.expression(stream, conditional),
    body(...ends) {
      stream.skip('operator', ':')
      const { line } = stream.expect('end-block')
      const body = grammar.text(stream, ends)
      if (stream.at('end')) stream.fail(`Unexpected end of template, looking for ${ends.join(' or ')}`, line)
      return body
    },
  }
  return stream
}

/** A token, for an error message. */
export function describe(token: Token): string {
  return named(token.kind, token.value)
}

function named(kind: TokenKind, value?: string): string {
  if (kind === 'end') return 'the end of the template'
  if (kind === 'string' || value === undefined || value === '') return `a ${kind.replace('-', ' of ')}`
  return `'${value}'`
}
