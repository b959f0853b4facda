import { type Node, nodes } from './nodes.ts'
import { NamedTest } from './own-nodes.ts'
import { parseFilters, parseParts, testArguments } from './postfix.ts'
import { parsePrimary } from './primary.ts'
import type { TokenStream } from './token-stream.ts'

/** An expression, as in `{% if … %}`; `conditional` is false where `a if b` must not be read. */
export function parseExpression(stream: TokenStream, conditional: boolean): Node {
  return stream.nested(() => (conditional ? parseConditional(stream) : parseOr(stream)))
}

function parseConditional(stream: TokenStream): Node {
  let value = parseOr(stream)
  while (stream.at('name', 'if')) {
    const { line } = stream.next()
    const condition = parseOr(stream)
    const otherwise = stream.skip('name', 'else') ? stream.nested(() => parseConditional(stream)) : null
    value = new nodes.InlineIf(line, 0, condition, value, otherwise)
  }
  return value
}

function parseOr(stream: TokenStream): Node {
  let left = parseAnd(stream)
  while (stream.at('name', 'or')) left = new nodes.Or(stream.next().line, 0, left, parseAnd(stream))
  return left
}

function parseAnd(stream: TokenStream): Node {
  let left = parseNot(stream)
  while (stream.at('name', 'and')) left = new nodes.And(stream.next().line, 0, left, parseNot(stream))
  return left
}

function parseNot(stream: TokenStream): Node {
  if (!stream.at('name', 'not')) return parseComparison(stream)
  const { line } = stream.next()
  return new nodes.Not(
    line,
    0,
    stream.nested(() => parseNot(stream)),
  )
}

function parseComparison(stream: TokenStream): Node {
  const { line } = stream.current
  const first = parseSum(stream)
  const operands: Node[] = []
  for (;;) {
    const operator = comparison(stream)
    if (operator === null) break
    operands.push(new nodes.CompareOperand(stream.current.line, 0, parseSum(stream), operator))
  }
  return operands.length === 0 ? first : new nodes.Compare(line, 0, first, operands)
}

function comparison(stream: TokenStream): string | null {
  if (stream.at('operator', '==', '!=', '<', '<=', '>', '>=')) return stream.next().value
  if (stream.skip('name', 'in')) return 'in'
  if (stream.at('name', 'not') && stream.following.kind === 'name' && stream.following.value === 'in') {
    stream.next()
    stream.next()
    return 'not in'
  }
  return null
}

type Binary = new (lineno: number, colno: number, left: Node, right: Node) => Node

/** Operators of one strength, read from the left, as all of Jinja's are (`2 ** 3 ** 2` is 64). */
function fromLeft(operators: Record<string, Binary>, operand: (stream: TokenStream) => Node) {
  const table = new Map(Object.entries(operators))
  return (stream: TokenStream): Node => {
    let left = operand(stream)
    for (;;) {
      const operator = stream.at('operator') ? table.get(stream.current.value) : undefined
      if (operator === undefined) return left
      const { line } = stream.next()
      left = new operator(line, 0, left, operand(stream))
    }
  }
}

const parsePower = fromLeft({ '**': nodes.Pow }, (stream) => parseUnary(stream))
const parseProduct = fromLeft(
  { '*': nodes.Mul, '/': nodes.Div, '//': nodes.FloorDiv, '%': nodes.Mod },
  parsePower,
)
const parseConcatenation = fromLeft({ '~': nodes.Concat }, parseProduct)
const parseSum = fromLeft({ '+': nodes.Add, '-': nodes.Sub }, parseConcatenation)

/** A sign binds stronger than a filter: `-1|abs` is 1. */
export function parseUnary(stream: TokenStream, withFilters = true): Node {
  return stream.nested(() => {
    const value = parseParts(stream, parseSigned(stream))
    return withFilters ? parseFilters(stream, value, parseTest) : value
  })
}

function parseSigned(stream: TokenStream): Node {
  const { line } = stream.current
  if (stream.skip('operator', '-')) return new nodes.Neg(line, 0, parseUnary(stream, false))
  if (stream.skip('operator', '+')) return new nodes.Pos(line, 0, parseUnary(stream, false))
  return parsePrimary(stream)
}

function parseTest(stream: TokenStream, target: Node): Node {
  const { line } = stream.expect('name', 'is')
  const negated = stream.skip('name', 'not')
  let name = stream.expect('name').value
  while (stream.skip('operator', '.')) name += `.${stream.expect('name').value}`
  const test = new NamedTest(line, 0, target, name, testArguments(stream))
  return negated ? new nodes.Not(line, 0, test) : test
}
