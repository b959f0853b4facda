import { type Node, nodes } from './nodes.ts'
import { Assign, CallBlock, FilterBlock, Macro, NamedBlock, Parameter, SetBlock } from './own-nodes.ts'
import { parseFilter } from './postfix.ts'
import { parseTuple } from './primary.ts'
import { parseName, parseTarget } from './targets.ts'
import type { TokenStream } from './token-stream.ts'

/** `{% set name = value %}`, or `{% set name %}…{% endset %}`. */
export function parseSet(stream: TokenStream, line: number): Node {
  const target = parseTarget(stream, { namespace: true })
  if (stream.skip('operator', '=')) return new Assign(line, 0, target, parseTuple(stream))
  const filter = parseFilterChain(stream)
  const body = stream.body('endset')
  stream.next()
  return new SetBlock(line, 0, target, filter, body)
}

/** `{% macro name(parameters) %}…{% endmacro %}`. */
export function parseMacro(stream: TokenStream, line: number): Node {
  const name = parseName(stream)
  const parameters = parseParameters(stream)
  const body = stream.body('endmacro')
  stream.next()
  return new Macro(line, 0, name, parameters, body)
}

/** `{% call(parameters) name(arguments) %}…{% endcall %}`. */
export function parseCallBlock(stream: TokenStream, line: number): Node {
  const parameters = stream.at('operator', '(') ? parseParameters(stream) : []
  const call = stream.expression()
  if (!(call instanceof nodes.FunCall)) return stream.fail('expected call', line)
  const body = stream.body('endcall')
  stream.next()
  return new CallBlock(line, 0, call, new Macro(line, 0, 'caller', parameters, body))
}

/** `{% filter name %}…{% endfilter %}`. */
export function parseFilterBlock(stream: TokenStream, line: number): Node {
  let filter = parseFilter(stream, null)
  while (stream.skip('operator', '|')) filter = parseFilter(stream, filter)
  const body = stream.body('endfilter')
  stream.next()
  return new FilterBlock(line, 0, filter, body)
}

/** `{% block name %}…{% endblock %}`. */
export function parseNamedBlock(stream: TokenStream, line: number): Node {
  const name = stream.expect('name').value
  const scoped = stream.skip('name', 'scoped')
  const required = stream.skip('name', 'required')
  if (stream.at('operator', '-')) stream.fail('Block names in Jinja have to be valid identifiers')
  const body = stream.body('endblock')
  stream.next()
  stream.skip('name', name)
  return new NamedBlock(line, 0, name, scoped, required, body)
}

function parseFilterChain(stream: TokenStream) {
  let filter = stream.skip('operator', '|') ? parseFilter(stream, null) : null
  while (stream.skip('operator', '|')) filter = parseFilter(stream, filter)
  return filter
}

function parseParameters(stream: TokenStream): Parameter[] {
  const parameters: Parameter[] = []
  stream.expect('operator', '(')
  while (!stream.at('operator', ')')) {
    if (parameters.length > 0) stream.expect('operator', ',')
    const { line } = stream.current
    const name = parseName(stream)
    const fallback = stream.skip('operator', '=') ? stream.expression() : null
    if (fallback === null && parameters.at(-1)?.fallback)
      stream.fail('non-default argument follows default argument')
    parameters.push(new Parameter(line, 0, name, fallback))
  }
  stream.expect('operator', ')')
  return parameters
}
