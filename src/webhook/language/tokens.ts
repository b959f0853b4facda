/** The kinds of tokens in a template; `begin` and `end` are the delimiters `{%`, `%}`, `{{` and `}}`. */
export type TokenKind =
  | 'data'
  | 'begin-block'
  | 'end-block'
  | 'begin-output'
  | 'end-output'
  | 'name'
  | 'string'
  | 'integer'
  | 'float'
  | 'operator'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  /** As written; of a string, what it means. */
  readonly value: string
  /** Counted from 1. */
  readonly line: number
}
