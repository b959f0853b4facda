import { Lexer, Parser } from 'yaml'

/** How many tokens may stand open: settings have two levels, the rest is for what their problems are told of. */
const deepest = 40

/** Where a text nests deeper than any settings do, so that nobody need follow it down; null where it does not. */
export function findDeepNesting(text: string): number | null {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    const at = parser.offset
    // What the parser gives is not kept: only how deep it stands matters here.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > deepest) return at
  }
  return null
}
