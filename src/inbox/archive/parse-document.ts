import { z } from 'zod'
import { UnknownFormError } from './unknown-form-error.ts'

/**
 * A stored document.
 *
 * @param what names it for people
 * @throws UnknownFormError
 */
export function parseDocument<Value>(schema: z.ZodType<Value>, document: string, what: string): Value {
  try {
    return schema.parse(JSON.parse(document))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw new UnknownFormError(what, error)
    throw error
  }
}
