import { type Node, nodes } from '../language/nodes.ts'
import { Name, type NamedFilter, NamespaceTarget } from '../language/own-nodes.ts'
import { quoted } from './emitter.ts'
import { ExpressionCompiler } from './expression-compiler.ts'

/** What statements are made of: scopes, variables that are assigned, and output that is captured. */
export class ScopeCompiler extends ExpressionCompiler {
  /** The variable that holds what is printed to at this place. */
  protected output = 'output'

  protected assign(target: Node, value: string): void {
    if (target instanceof Name) this._emitLine(`${this.scope}[${quoted(target.value)}] = ${value};`)
    else if (target instanceof NamespaceTarget) {
      const space = `${this.scope}[${quoted(target.name)}]`
      this._emitLine(`r.assignAttribute(${space}, ${quoted(target.attribute)}, r.plain(${value}));`)
    } else if (target instanceof nodes.Group) {
      const parts = this.hold(() => this._emit(`r.unpack(r.plain(${value}), ${target.children.length})`))
      for (const [index, part] of target.children.entries()) this.assign(part, `${parts}[${index}]`)
    }
  }

  protected filtered(filter: NamedFilter, captured: string): void {
    const before = this.captured
    this.captured = captured
    this.compile(filter)
    this.captured = before
  }

  protected capture(body: Node): string {
    const output = this._tmpid()
    this._emitLine(`const ${output} = r.output();`)
    this.printingTo(output, () => this.withScope(() => this.compile(body)))
    return output
  }

  protected printingTo(output: string, compile: () => void): void {
    const before = this.output
    this.output = output
    compile()
    this.output = before
  }

  protected withScope(compile: () => void): void {
    const [scope, outer] = [this._tmpid(), this.scope]
    this._emitLine(`{ const ${scope} = r.scope(${outer});`)
    this.scope = scope
    compile()
    this.scope = outer
    this._emitLine('}')
  }

  protected hold(compile: () => void): string {
    const variable = this._tmpid()
    this._emit(`const ${variable} = `)
    compile()
    this._emitLine(';')
    return variable
  }

  protected emitLineOf(node: Node): void {
    this._emitLine(`r.at(${node.lineno});`)
  }
}
