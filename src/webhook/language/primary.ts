import { type Node, nodes, type Pair } from './nodes.ts'
import { readFloat, readInteger } from './numbers.ts'
import { List, Name } from './own-nodes.ts'
import { describe, type TokenStream } from './token-stream.ts'

const constants: Record<string, boolean | null> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
}

/** A name, a constant, or something in brackets. */
export function parsePrimary(stream: TokenStream): Node {
  const token = stream.next()
  const { kind, line, value } = token
  if (kind === 'name') return nameOrConstant(value, line)
  if (kind === 'string') return new nodes.Literal(line, 0, value + adjacentStrings(stream))
  if (kind === 'integer') return new nodes.Literal(line, 0, readInteger(value))
  if (kind === 'float') return new nodes.Literal(line, 0, readFloat(value))
  if (kind === 'operator' && value === '(') return parseBrackets(stream)
  if (kind === 'operator' && value === '[') return parseList(stream, line)
  if (kind === 'operator' && value === '{') return parseDict(stream, line)
  return stream.fail(`unexpected ${describe(token)}`, line)
}

function nameOrConstant(name: string, line: number): Node {
  const constant = Object.hasOwn(constants, name) ? constants[name] : undefined
  return constant === undefined ? new Name(line, 0, name) : new nodes.Literal(line, 0, constant)
}

function adjacentStrings(stream: TokenStream): string {
  let more = ''
  while (stream.at('string')) more += stream.next().value
  return more
}

function parseBrackets(stream: TokenStream): Node {
  const inside = parseTuple(stream, { empty: true })
  stream.expect('operator', ')')
  return inside
}

interface TupleRules {
  /** Whether nothing at all is a tuple, as `()` is. */
  empty?: boolean
  /** How one part is read. */
  part?: (stream: TokenStream) => Node
  /** A name that ends it, such as the `in` of a loop. */
  end?: string
}

/** One expression, or several with commas between them: a tuple. */
export function parseTuple(
  stream: TokenStream,
  { empty = false, part = expression, end }: TupleRules = {},
): Node {
  const { line } = stream.current
  const parts: Node[] = []
  let comma = false
  while (!atTupleEnd(stream, end)) {
    parts.push(part(stream))
    if (!stream.skip('operator', ',')) break
    comma = true
  }
  const [only] = parts
  if (!comma && only !== undefined) return only
  if (!comma && !empty) stream.fail(`Expected an expression, got ${describe(stream.current)}`)
  return new nodes.Group(line, 0, parts)
}

function expression(stream: TokenStream): Node {
  return stream.expression()
}

function atTupleEnd(stream: TokenStream, end: string | undefined): boolean {
  if (stream.at('end-output') || stream.at('end-block') || stream.at('operator', ')')) return true
  return end !== undefined && stream.at('name', end)
}

function parseList(stream: TokenStream, line: number): Node {
  const items: Node[] = []
  while (!stream.at('operator', ']')) {
    if (items.length > 0) stream.expect('operator', ',')
    if (stream.at('operator', ']')) break
    items.push(stream.expression())
  }
  stream.expect('operator', ']')
  return new List(line, 0, items)
}

function parseDict(stream: TokenStream, line: number): Node {
  const pairs: Pair[] = []
  while (!stream.at('operator', '}')) {
    if (pairs.length > 0) stream.expect('operator', ',')
    if (stream.at('operator', '}')) break
    const key = stream.expression()
    stream.expect('operator', ':')
    pairs.push(new nodes.Pair(key.lineno, 0, key, stream.expression()))
  }
  stream.expect('operator', '}')
  return new nodes.Dict(line, 0, pairs)
}
