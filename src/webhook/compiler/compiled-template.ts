import nunjucks from 'nunjucks'
import { parseTemplate } from '../language/parse.ts'
import type { Rope } from '../output/rope.ts'
import type { Runtime } from '../runtime/runtime.ts'
import type { Scope } from '../runtime/scope.ts'
import { TemplateCompiler } from './template-compiler.ts'

declare module 'nunjucks' {
  interface Template {
    /** Compiles it, unless that was done. */
    compile(): void
    env: Environment
    rootRenderFunc: RootFunction
  }
}

type Done = (error: unknown, output?: Rope) => void
type RootFunction = (
  env: nunjucks.Environment,
  context: null,
  frame: Scope,
  runtime: Runtime,
  done: Done,
) => void

// An empty list of loaders: without one, nunjucks would read templates from the folder `views`.
const environment = new nunjucks.Environment([])

/**
 * A template of nunjucks that is compiled by our compiler and run with our runtime. Nothing of nunjucks is patched,
 * and nothing is shared between renderings.
 */
export class CompiledTemplate extends nunjucks.Template {
  /** Throws TemplateCompileError. */
  constructor(source: string) {
    super(source, environment)
    const compiler = new TemplateCompiler(undefined, false)
    compiler.compile(parseTemplate(source))
    this.rootRenderFunc = new Function(compiler.getCode())().root
  }

  /** What the template prints, in pieces. Throws whatever an operation of it throws. */
  run(scope: Scope, runtime: Runtime): Rope {
    let failure: unknown
    let output: Rope | undefined
    this.rootRenderFunc(this.env, null, scope, runtime, (error, printed) => {
      failure = error
      output = printed
    })
    if (output === undefined) throw failure
    return output
  }
}
