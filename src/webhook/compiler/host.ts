import nunjucks from 'nunjucks'
import type { Node } from '../language/nodes.ts'

// Nunjucks' own declarations leave out its compiler. What is used of it, as its source has it:
declare module 'nunjucks' {
  namespace compiler {
    class Compiler {
      constructor(templateName: string | undefined, throwOnUndefined: boolean)
      /** Calls the method `compile…` named like the node's type. */
      compile(node: Node, frame?: unknown): void
      getCode(): string
      _emit(code: string): void
      _emitLine(code: string): void
      _tmpid(): string
    }
  }
}

/** Nunjucks' compiler: a visitor of its syntax tree that collects JavaScript. */
export const Compiler = nunjucks.compiler.Compiler
