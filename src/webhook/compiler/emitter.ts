import { type Node, type NodeList, nodes, type Pair } from '../language/nodes.ts'
import { Attribute, Name, NamedFilter, Spread } from '../language/own-nodes.ts'
import { Compiler } from './host.ts'

type Part = string | (() => void)

/**
 * Writes the JavaScript of expressions. There are two ways to compile one: `plainly`, to a value; and `asItIs`, to a
 * value or to captured output, so that text of the template stays known as such.
 */
export class Emitter extends Compiler {
  /** The variable that holds the scope at this place. */
  protected scope = 'frame'

  /** The expression as a value, whatever it carries. */
  protected plainly(node: Node): () => void {
    if (node instanceof nodes.Literal && typeof node.value === 'string')
      return this.emitting(quoted(node.value))
    return carries(node) ? () => this.emitCall('plain', this.asItIs(node)) : this.asItIs(node)
  }

  protected asItIs(node: Node): () => void {
    return () => this.compile(node)
  }

  protected lazily(part: () => void): () => void {
    return () => {
      this._emit('()=>')
      part()
    }
  }

  protected emitting(code: string): () => void {
    return () => this._emit(code)
  }

  protected emitCall(name: string, ...parts: Part[]): void {
    this._emit(`r.${name}(`)
    this.emitParts(parts)
    this._emit(')')
  }

  /** `[positional…],[[name,value]…]`; `extra` is code for one more named argument. */
  protected emitArguments(
    first: readonly Part[],
    given: NodeList,
    way: (node: Node) => Part,
    extra = '',
  ): void {
    const spread = (child: Node, stars: 1 | 2) => child instanceof Spread && child.stars === stars
    const single = given.children.filter(
      (child) => !(child instanceof Spread || child instanceof nodes.KeywordArgs),
    )
    const pairs = given.children.flatMap((child) =>
      child instanceof nodes.KeywordArgs ? child.children : [],
    )
    const spreads = (stars: 1 | 2) =>
      given.children.filter((child) => spread(child, stars)).map((child) => this.spread(child))
    this.emitBrackets([...first, ...single.map(way), ...spreads(1)])
    this._emit(',')
    const named = pairs.map((pair) => () => this.emitPair(pair, way))
    this.emitBrackets([...named, ...spreads(2), ...(extra === '' ? [] : [extra])])
  }

  protected emitBrackets(parts: readonly Part[]): void {
    this._emit('[')
    this.emitParts(parts)
    this._emit(']')
  }

  /** `[key,value]`. */
  protected emitPair(pair: Pair, way: (node: Node) => Part): void {
    this.emitBrackets([this.plainly(pair.key), way(pair.value)])
  }

  private emitParts(parts: readonly Part[]): void {
    for (const [index, part] of parts.entries()) {
      if (index > 0) this._emit(',')
      if (typeof part === 'string') this._emit(part)
      else part()
    }
  }

  private spread(node: Node): Part {
    return () => {
      if (!(node instanceof Spread)) return
      this._emit(node.stars === 1 ? '...r.spread(' : '...r.spreadNamed(')
      this.plainly(node.value)()
      this._emit(')')
    }
  }
}

/** A text as it is safe to write it into JavaScript. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** A constant other than a text, in JavaScript. */
export function constant(value: bigint | number | boolean | null): string {
  return typeof value === 'bigint' ? `${value}n` : String(value)
}

/** What is called, in the template's words, for error messages. */
export function described(node: Node): string {
  if (node instanceof Name) return `'${node.value}'`
  if (node instanceof Attribute) return `'${node.attribute}'`
  return 'what is called'
}

/** Whether an expression can give captured output, or text of the template. */
function carries(node: Node): boolean {
  return [Name, NamedFilter, nodes.FunCall, nodes.InlineIf, nodes.And, nodes.Or, nodes.Concat].some(
    (kind) => node instanceof kind,
  )
}
