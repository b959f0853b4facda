import { type Node, nodes } from './nodes.ts'
import { parseTuple } from './primary.ts'
import { parseStatement } from './statements.ts'
import type { TokenStream } from './token-stream.ts'

/** Text, printed expressions and statements, until the end or the given tags. */
export function parseText(stream: TokenStream, ends: readonly string[]): Node {
  const body: Node[] = []
  const { line } = stream.current
  for (;;) {
    const token = stream.next()
    if (token.kind === 'data') body.push(new nodes.TemplateData(token.line, 0, token.value))
    else if (token.kind === 'begin-output') {
      body.push(new nodes.Output(token.line, 0, [parseTuple(stream)]))
      stream.expect('end-output')
    } else if (token.kind === 'begin-block') {
      if (ends.length > 0 && stream.at('name', ...ends)) return new nodes.NodeList(line, 0, body)
      body.push(parseStatement(stream))
      stream.expect('end-block')
    } else return new nodes.NodeList(line, 0, body)
  }
}
