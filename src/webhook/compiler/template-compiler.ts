import type { nodes as tree } from 'nunjucks'
import { TemplateCompileError } from '../errors/template-compile-error.ts'
import type { Node, NodeList, Root } from '../language/nodes.ts'
import type * as own from '../language/own-nodes.ts'
import { limits } from '../limits.ts'
import { quoted } from './emitter.ts'
import { blocksIn, namesIn } from './names.ts'
import { ScopeCompiler } from './scope-compiler.ts'

/** Compiles a template to the function that nunjucks' Template runs: `root(env, context, frame, runtime, cb)`. */
export class TemplateCompiler extends ScopeCompiler {
  private loops = 0
  private loopDepth = 0

  compileRoot(node: Root): void {
    this._emitLine('function root(env, context, frame, runtime, cb) {')
    this._emitLine('const r = runtime; const output = r.output();')
    this._emitLine('try {')
    this.emitBlocks(blocksIn(node))
    for (const child of node.children) this.compile(child)
    this._emitLine('} catch (error) { cb(error); return; }')
    this._emitLine('cb(null, output);')
    this._emitLine('}')
    this._emitLine('return { root: root };')
  }

  compileNodeList(node: NodeList): void {
    for (const child of node.children) this.compile(child)
  }

  compileTemplateData(node: tree.TemplateData): void {
    this._emitLine(`${this.output}.write(${quoted(node.value)});`)
  }

  compileOutput(node: tree.Output): void {
    for (const child of node.children) {
      this.emitLineOf(node)
      this._emit(`${this.output}.print(`)
      this.compile(child)
      this._emitLine(');')
    }
  }

  compileIf(node: tree.If): void {
    this.emitLineOf(node)
    this._emit('if (r.truth(')
    this.compile(node.cond)
    this._emitLine(')) {')
    this.compile(node.body)
    this._emitLine('} else {')
    if (node.else_ !== null) this.compile(node.else_)
    this._emitLine('}')
  }

  compileAssign(node: own.Assign): void {
    this.emitLineOf(node)
    const value = this.hold(() => this.compile(node.value))
    this.assign(node.target, value)
  }

  compileSetBlock(node: own.SetBlock): void {
    this.emitLineOf(node)
    const captured = this.capture(node.body)
    const { filter } = node
    this.assign(node.target, filter === null ? captured : this.hold(() => this.filtered(filter, captured)))
  }

  compileFilterBlock(node: own.FilterBlock): void {
    this.emitLineOf(node)
    const captured = this.capture(node.body)
    this._emit(`${this.output}.print(`)
    this.filtered(node.filter, captured)
    this._emitLine(');')
  }

  compileWith(node: own.With): void {
    this.emitLineOf(node)
    const values = node.values.map((value) => this.hold(() => this.compile(value)))
    this.withScope(() => {
      for (const [index, target] of node.targets.entries()) this.assign(target, values[index] ?? 'undefined')
      this.compile(node.body)
    })
  }

  compileNamedBlock(node: own.NamedBlock): void {
    const scope = node.scoped ? this.scope : 'frame'
    this._emitLine(`${this.output}.print(blocks.get(${quoted(node.name)})(r.scope(${scope})));`)
  }

  compileOtherTemplate(node: own.OtherTemplate): void {
    this.emitLineOf(node)
    this._emitLine('r.otherTemplate();')
  }

  compileMacro(node: own.Macro): void {
    this._emit(`${this.scope}[${quoted(node.name)}] = `)
    this.emitMacro(node)
    this._emitLine(';')
  }

  compileCallBlock(node: own.CallBlock): void {
    this.emitLineOf(node)
    const caller = this.hold(() => this.emitMacro(node.caller))
    this._emit(`${this.output}.print(`)
    this.compileFunCall(node.call, `["caller",${caller}]`)
    this._emitLine(');')
  }

  compileLoop(node: own.Loop): void {
    this.emitLineOf(node)
    this.loops += 1
    this.loopDepth += 1
    if (this.loops > limits.loops)
      throw new TemplateCompileError(`more than ${limits.loops} for loops`, node.lineno)
    if (this.loopDepth > limits.nestedLoops) {
      throw new TemplateCompileError(
        `more than ${limits.nestedLoops} for loops within each other`,
        node.lineno,
      )
    }
    if (node.recursive) this.emitRecursiveLoop(node)
    else {
      const items = this.hold(this.plainly(node.iter))
      this.emitLoop(node, items, '0', 'null')
    }
    this.loopDepth -= 1
  }

  private emitBlocks(blocks: readonly own.NamedBlock[]): void {
    this._emitLine('const blocks = new Map();')
    for (const { name, body } of blocks) {
      this._emitLine(`blocks.set(${quoted(name)}, (scope) => { const block = r.output();`)
      this.scope = 'scope'
      this.printingTo('block', () => this.compile(body))
      this.scope = 'frame'
      this._emitLine('return block; });')
    }
    if (blocks.length > 0) this._emitLine('frame["self"] = r.blocks(blocks, frame);')
  }

  private emitRecursiveLoop(node: own.Loop): void {
    const again = this._tmpid()
    this._emitLine(`const ${again} = (items, depth) => { const ${again}_output = r.output();`)
    this.printingTo(`${again}_output`, () =>
      this.emitLoop(node, 'items', 'depth', `(i, d) => ${again}(i, d)`),
    )
    this._emitLine(`return ${again}_output; };`)
    this._emit(`${this.output}.print(${again}(`)
    this.plainly(node.iter)()
    this._emitLine(', 0));')
  }

  private emitLoop(node: own.Loop, items: string, depth: string, again: string): void {
    const keep = node.test === null ? 'null' : this.holdFilter(node.target, node.test)
    const loop = this._tmpid()
    this._emitLine(`const ${loop} = r.loop(${items}, ${keep}, ${depth}, ${again});`)
    this._emitLine(`while (${loop}.advance()) {`)
    this.withScope(() => {
      this._emitLine(`${this.scope}["loop"] = ${loop};`)
      this.assign(node.target, `${loop}.current`)
      this.compile(node.body)
    })
    this._emitLine('}')
    const { otherwise } = node
    if (otherwise === null) return
    this._emitLine(`if (${loop}.isEmpty)`)
    this.withScope(() => this.compile(otherwise))
  }

  private holdFilter(target: Node, test: Node): string {
    const keep = this._tmpid()
    this._emitLine(`const ${keep} = (item) => {`)
    this.withScope(() => {
      this.assign(target, 'item')
      this._emit('return r.truth(')
      this.compile(test)
      this._emitLine(');')
    })
    this._emitLine('};')
    return keep
  }

  private emitMacro(node: own.Macro): void {
    const [scope, outer] = [this._tmpid(), this.scope]
    this.scope = scope
    this._emit(`r.macro({name:${quoted(node.name)},names:${JSON.stringify(namesIn(node.body))},parameters:[`)
    for (const { name, fallback } of node.parameters) {
      this._emit(`[${quoted(name)},`)
      if (fallback === null) this._emit('null')
      else {
        this._emit(`(${scope})=>`)
        this.compile(fallback)
      }
      this._emit('],')
    }
    this._emitLine(`],body:(${scope})=>{ const ${scope}_output = r.output();`)
    this.printingTo(`${scope}_output`, () => this.compile(node.body))
    this._emit(`return ${scope}_output; }}, ${outer})`)
    this.scope = outer
  }
}
