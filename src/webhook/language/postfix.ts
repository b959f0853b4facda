import { type FunCall, type Node, type NodeList, nodes, type Pair } from './nodes.ts'
import { readInteger } from './numbers.ts'
import { Attribute, NamedFilter, Slice, Spread } from './own-nodes.ts'
import { parsePrimary } from './primary.ts'
import type { TokenStream } from './token-stream.ts'

/** What follows a value: `.name`, `[…]` and calls. */
export function parseParts(stream: TokenStream, start: Node): Node {
  let value = start
  for (;;) {
    if (stream.at('operator', '.')) value = parseDot(stream, value)
    else if (stream.at('operator', '[')) value = parseSubscript(stream, value)
    else if (stream.at('operator', '(')) value = parseCall(stream, value)
    else return value
  }
}

/** Filters and tests after a value, and calls of their results. */
export function parseFilters(
  stream: TokenStream,
  start: Node,
  parseTest: (stream: TokenStream, target: Node) => Node,
): Node {
  let value = start
  for (;;) {
    if (stream.skip('operator', '|')) value = parseFilter(stream, value)
    else if (stream.at('name', 'is')) value = parseTest(stream, value)
    else if (stream.at('operator', '(')) value = parseCall(stream, value)
    else return value
  }
}

/** One filter, after its `|`. */
export function parseFilter(stream: TokenStream, target: Node | null): NamedFilter {
  const { line, value } = stream.expect('name')
  let name = value
  while (stream.skip('operator', '.')) name += `.${stream.expect('name').value}`
  const given = stream.at('operator', '(') ? parseArguments(stream) : new nodes.NodeList(line, 0, [])
  return new NamedFilter(line, 0, target, name, given)
}

/** The arguments of a test: in brackets, or one value without them (`is divisibleby 3`). */
export function testArguments(stream: TokenStream): NodeList {
  const { line } = stream.current
  if (stream.at('operator', '(')) return parseArguments(stream)
  const begins =
    stream.at('string') || stream.at('integer') || stream.at('float') || stream.at('operator', '[', '{')
  const named = stream.at('name') && !stream.at('name', 'else', 'or', 'and')
  if (!begins && !named) return new nodes.NodeList(line, 0, [])
  if (stream.at('name', 'is')) stream.fail('You cannot chain multiple tests with is')
  return new nodes.NodeList(line, 0, [parseParts(stream, parsePrimary(stream))])
}

function parseDot(stream: TokenStream, target: Node): Node {
  const { line } = stream.next()
  if (stream.at('name')) return new Attribute(line, 0, target, stream.next().value)
  if (!stream.at('integer')) stream.fail('expected name or number')
  return new nodes.LookupVal(line, 0, target, new nodes.Literal(line, 0, readInteger(stream.next().value)))
}

function parseSubscript(stream: TokenStream, target: Node): Node {
  const { line } = stream.next()
  const keys: Node[] = []
  while (!stream.at('operator', ']')) {
    if (keys.length > 0) stream.expect('operator', ',')
    keys.push(parseKey(stream))
  }
  stream.expect('operator', ']')
  const [only] = keys
  const key = keys.length === 1 && only !== undefined ? only : new nodes.Group(line, 0, keys)
  return new nodes.LookupVal(line, 0, target, key)
}

function parseKey(stream: TokenStream): Node {
  const { line } = stream.current
  const start = stream.at('operator', ':') ? null : stream.expression()
  if (start !== null && !stream.at('operator', ':')) return start
  stream.expect('operator', ':')
  const bound = () => (stream.at('operator', ':', ']', ',') ? null : stream.expression())
  const stop = bound()
  const step = stream.skip('operator', ':') ? bound() : null
  return new Slice(line, 0, start, stop, step)
}

function parseCall(stream: TokenStream, callee: Node): FunCall {
  const { line } = stream.current
  return new nodes.FunCall(line, 0, callee, parseArguments(stream))
}

function parseArguments(stream: TokenStream): NodeList {
  const { line } = stream.expect('operator', '(')
  const positional: Node[] = []
  const keywords: Pair[] = []
  const spreads: Node[] = []
  let first = true
  while (!stream.at('operator', ')')) {
    if (!first) stream.expect('operator', ',')
    first = false
    if (stream.at('operator', ')')) break
    parseArgument(stream, positional, keywords, spreads)
  }
  stream.expect('operator', ')')
  const named = keywords.length === 0 ? [] : [new nodes.KeywordArgs(line, 0, keywords)]
  return new nodes.NodeList(line, 0, [...positional, ...spreads, ...named])
}

function parseArgument(stream: TokenStream, positional: Node[], keywords: Pair[], spreads: Node[]): void {
  const { line, kind, value } = stream.current
  if (stream.at('operator', '*', '**')) {
    const stars = stream.next().value.length
    spreads.push(new Spread(line, 0, stream.expression(), stars))
  } else if (kind === 'name' && stream.following.kind === 'operator' && stream.following.value === '=') {
    stream.next()
    stream.next()
    keywords.push(new nodes.Pair(line, 0, new nodes.Literal(line, 0, value), stream.expression()))
  } else {
    if (keywords.length > 0 || spreads.length > 0) stream.fail('invalid syntax for function call expression')
    positional.push(stream.expression())
  }
}
