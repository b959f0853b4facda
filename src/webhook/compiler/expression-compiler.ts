import type { nodes as tree } from 'nunjucks'
import { TemplateCompileError } from '../errors/template-compile-error.ts'
import { carriedFilters } from '../filters/carried.ts'
import { filters } from '../filters/index.ts'
import { type Node, nodes } from '../language/nodes.ts'
import type { Attribute, List, Name, NamedFilter, NamedTest, Slice } from '../language/own-nodes.ts'
import { tests } from '../tests/index.ts'
import { constant, described, Emitter, quoted } from './emitter.ts'

/** Compiles expressions to JavaScript over the runtime `r`. */
export class ExpressionCompiler extends Emitter {
  /** The variable that holds what a block captured, for the filter without a value. */
  protected captured = ''
  // Names that the template itself asks about (`'x' is filter`): unknown ones fail only where they are used.
  private readonly askedFor = new Set<string>()

  compileLiteral(node: tree.Literal): void {
    if (typeof node.value === 'string') this._emit(`r.written(${quoted(node.value)})`)
    else this._emit(constant(node.value))
  }

  compileName(node: Name): void {
    this._emit(`${this.scope}[${quoted(node.value)}]`)
  }

  compileList(node: List): void {
    this.emitBrackets(node.children.map((child) => this.plainly(child)))
  }

  compileGroup(node: tree.Group): void {
    this.emitCall('tuple', ...node.children.map((child) => this.plainly(child)))
  }

  compileDict(node: tree.Dict): void {
    this._emit('r.dict(')
    this.emitBrackets(node.children.map((pair) => () => this.emitPair(pair, (child) => this.plainly(child))))
    this._emit(')')
  }

  compileInlineIf(node: tree.InlineIf): void {
    this._emit('(r.truth(')
    this.compile(node.cond)
    this._emit(')?')
    this.compile(node.body)
    this._emit(':')
    if (node.else_ === null) this._emit('undefined')
    else this.compile(node.else_)
    this._emit(')')
  }

  compileAnd(node: tree.And): void {
    this.emitCall('and', this.asItIs(node.left), this.lazily(this.asItIs(node.right)))
  }

  compileOr(node: tree.Or): void {
    this.emitCall('or', this.asItIs(node.left), this.lazily(this.asItIs(node.right)))
  }

  compileNot(node: tree.Not): void {
    this._emit('!')
    this.emitCall('truth', this.asItIs(node.target))
  }

  compileCompare(node: tree.Compare): void {
    const comparisons = node.ops.map((operand) => () => {
      this._emit(`[${quoted(operand.type)},`)
      this.lazily(this.plainly(operand.expr))()
      this._emit(']')
    })
    this.emitCall('compare', this.plainly(node.expr), ...comparisons)
  }

  compileConcat(node: tree.Concat): void {
    this.emitCall('concatenate', this.asItIs(node.left), this.asItIs(node.right))
  }

  compileAdd(node: tree.Add): void {
    this.emitOperation('add', node)
  }

  compileSub(node: tree.Sub): void {
    this.emitOperation('subtract', node)
  }

  compileMul(node: tree.Mul): void {
    this.emitOperation('multiply', node)
  }

  compileDiv(node: tree.Div): void {
    this.emitOperation('divide', node)
  }

  compileFloorDiv(node: tree.FloorDiv): void {
    this.emitOperation('floorDivide', node)
  }

  compileMod(node: tree.Mod): void {
    this.emitOperation('modulo', node)
  }

  compilePow(node: tree.Pow): void {
    this.emitOperation('power', node)
  }

  compileNeg(node: tree.Neg): void {
    this.emitCall('negate', this.plainly(node.target))
  }

  compilePos(node: tree.Pos): void {
    this.emitCall('affirm', this.plainly(node.target))
  }

  compileAttribute(node: Attribute): void {
    this.emitCall('attribute', this.plainly(node.target), quoted(node.attribute))
  }

  compileLookupVal(node: tree.LookupVal): void {
    this.emitCall('subscript', this.plainly(node.target), this.plainly(node.val))
  }

  compileSlice(node: Slice): void {
    const bounds = [node.start, node.stop, node.step]
    this.emitCall('slice', ...bounds.map((bound) => (bound === null ? 'null' : this.plainly(bound))))
  }

  compileFunCall(node: tree.FunCall, extra = ''): void {
    this._emit('r.call(')
    this.plainly(node.name)()
    this._emit(`,${quoted(described(node.name))},`)
    this.emitArguments([], node.args, (child) => this.asItIs(child), extra)
    this._emit(')')
  }

  compileNamedFilter(node: NamedFilter): void {
    const carried = carriedFilters.has(node.filter)
    if (!carried) this.requireKnown(filters, 'filter', node.filter, node.lineno)
    const way = (child: Node) => (carried ? this.asItIs(child) : this.plainly(child))
    const captured = this.emitting(carried ? this.captured : `r.plain(${this.captured})`)
    const target = node.target === null ? captured : way(node.target)
    this._emit(`r.${carried ? 'carriedFilter' : 'filter'}(${quoted(node.filter)},`)
    this.emitArguments([target], node.args, way)
    this._emit(')')
  }

  compileNamedTest(node: NamedTest): void {
    if ((node.test === 'filter' || node.test === 'test') && node.target instanceof nodes.Literal) {
      this.askedFor.add(String(node.target.value))
    }
    this.requireKnown(tests, 'test', node.test, node.lineno)
    this._emit(`r.test(${quoted(node.test)},`)
    this.emitArguments([this.plainly(node.target)], node.args, (child) => this.plainly(child))
    this._emit(')')
  }

  private emitOperation(name: string, node: tree.BinOp): void {
    this.emitCall(name, this.plainly(node.left), this.plainly(node.right))
  }

  private requireKnown(table: ReadonlyMap<string, unknown>, kind: string, name: string, line: number): void {
    if (table.has(name) || this.askedFor.has(name)) return
    throw new TemplateCompileError(`No ${kind} named '${name}'.`, line)
  }
}
