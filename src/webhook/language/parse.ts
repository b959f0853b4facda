import { parseExpression } from './expressions.ts'
import { tokenize } from './lexer.ts'
import { nodes, type Root } from './nodes.ts'
import { parseText } from './text.ts'
import { tokenStream } from './token-stream.ts'

/** The syntax tree of a template. Throws TemplateCompileError where Jinja would refuse it. */
export function parseTemplate(source: string): Root {
  const stream = tokenStream(tokenize(source), { expression: parseExpression, text: parseText })
  return new nodes.Root(1, 0, [parseText(stream, [])])
}
