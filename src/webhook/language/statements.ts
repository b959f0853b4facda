import { parseCallBlock, parseFilterBlock, parseMacro, parseNamedBlock, parseSet } from './captures.ts'
import { type Node, nodes } from './nodes.ts'
import { Loop, OtherTemplate, With } from './own-nodes.ts'
import { parseTuple } from './primary.ts'
import { parseTarget } from './targets.ts'
import type { TokenStream } from './token-stream.ts'

type Statement = (stream: TokenStream, line: number) => Node

const statements = new Map<string, Statement>([
  ['for', parseFor],
  ['if', parseIf],
  ['set', parseSet],
  ['with', parseWith],
  ['macro', parseMacro],
  ['call', parseCallBlock],
  ['filter', parseFilterBlock],
  ['block', parseNamedBlock],
  ['print', parsePrint],
  ['autoescape', parseAutoescape],
  ['include', parseOtherTemplate],
  ['import', parseOtherTemplate],
  ['from', parseOtherTemplate],
  ['extends', parseOtherTemplate],
])

/** One `{% … %}`, whose opening was read already. */
export function parseStatement(stream: TokenStream): Node {
  const { line, value } = stream.expect('name')
  const parse = statements.get(value)
  if (parse === undefined) return stream.fail(`Encountered unknown tag '${value}'`, line)
  return stream.nested(() => parse(stream, line))
}

function parseFor(stream: TokenStream, line: number): Node {
  const target = parseTarget(stream, { end: 'in' })
  stream.expect('name', 'in')
  const iter = parseTuple(stream, { part: withoutCondition, end: 'recursive' })
  const test = stream.skip('name', 'if') ? stream.expression() : null
  const recursive = stream.skip('name', 'recursive')
  const body = stream.body('endfor', 'else')
  const otherwise = stream.next().value === 'else' ? stream.body('endfor') : null
  if (otherwise !== null) stream.next()
  return new Loop(line, 0, target, iter, test, recursive, body, otherwise)
}

function withoutCondition(stream: TokenStream): Node {
  return stream.expression(false)
}

function parseIf(stream: TokenStream, line: number): Node {
  const condition = parseTuple(stream, { part: withoutCondition })
  const body = stream.body('elif', 'else', 'endif')
  const end = stream.next()
  if (end.value === 'elif') return new nodes.If(line, 0, condition, body, parseElif(stream, end.line))
  const otherwise = end.value === 'else' ? stream.body('endif') : null
  if (otherwise !== null) stream.next()
  return new nodes.If(line, 0, condition, body, otherwise)
}

function parseElif(stream: TokenStream, line: number): Node {
  return stream.nested(() => parseIf(stream, line))
}

function parseWith(stream: TokenStream, line: number): Node {
  const targets: Node[] = []
  const values: Node[] = []
  while (!stream.at('end-block')) {
    if (targets.length > 0) stream.expect('operator', ',')
    targets.push(parseTarget(stream))
    stream.expect('operator', '=')
    values.push(stream.expression())
  }
  const body = stream.body('endwith')
  stream.next()
  return new With(line, 0, targets, values, body)
}

function parsePrint(stream: TokenStream, line: number): Node {
  const printed: Node[] = []
  while (!stream.at('end-block')) {
    if (printed.length > 0) stream.expect('operator', ',')
    printed.push(stream.expression())
  }
  return new nodes.Output(line, 0, printed)
}

/** Nothing is ever escaped for HTML here: events are JSON. The body is read, `true` is refused. */
function parseAutoescape(stream: TokenStream, line: number): Node {
  const switched = stream.expression()
  const off = switched instanceof nodes.Literal && switched.value === false
  if (!off) stream.fail('autoescape can only be off here: an event is JSON, not HTML', line)
  const body = stream.body('endautoescape')
  stream.next()
  return new With(line, 0, [], [], body)
}

function parseOtherTemplate(stream: TokenStream, line: number): Node {
  while (!stream.at('end-block') && !stream.at('end')) stream.next()
  return new OtherTemplate(line, 0)
}
