import { compileTemplate, type Template, TemplateCompileError } from '../webhook/index.ts'
import { UnusableTemplateError } from './unusable-template-error.ts'

/** Compiles a template of an operator's. @throws UnusableTemplateError */
export function readTemplate({ source, path }: { source: string; path: string }): Template {
  try {
    return compileTemplate(source)
  } catch (error) {
    throw error instanceof TemplateCompileError ? new UnusableTemplateError(path, error) : error
  }
}
