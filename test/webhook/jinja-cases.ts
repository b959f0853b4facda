import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { compileTemplate, TemplateCompileError, TemplateRenderError } from '../../src/webhook/index.ts'

const file = new URL('../fixtures/webhook/jinja.jsonl', import.meta.url)

/** A template, a request, and what real Jinja prints for it, or that it fails. */
const jinjaCase = z.object({
  name: z.string(),
  category: z.string(),
  template: z.string(),
  context: z.object({ method: z.string(), headers: z.record(z.string(), z.string()) }),
  /** The text of the body, where it cannot be taken from the context as it stands in the line. */
  body_text: z.string().optional(),
  expected: z.string().optional(),
  error: z.object({ type: z.string() }).optional(),
  /** What Prefect's own, newer versions of the libraries print. */
  alt: z.object({ expected: z.string().optional() }).optional(),
})

export interface JinjaCase {
  name: string
  /** What it is about, such as `filter:join`. */
  category: string
  template: string
  request: { method: string; headers: Record<string, string>; body: string }
  /** What may be printed; nothing where Jinja fails. */
  expected: string[]
}

/** All cases: what real Jinja answered in Prefect's environment. */
export const jinjaCases: readonly JinjaCase[] = readFileSync(file, 'utf8').trim().split('\n').map(readCase)

/** What our template prints for a case; null where it fails the way Jinja does. */
export function answer({ template, request }: JinjaCase): string | null {
  try {
    return compileTemplate(template).render(request).text
  } catch (error) {
    if (error instanceof TemplateCompileError || error instanceof TemplateRenderError) return null
    throw error
  }
}

/** Whether we answer a case as Jinja does. */
export function passes(given: JinjaCase): boolean {
  const text = answer(given)
  return text === null ? given.expected.length === 0 : given.expected.includes(text)
}

function readCase(line: string): JinjaCase {
  const { name, category, template, context, body_text, expected, error, alt } = jinjaCase.parse(
    JSON.parse(line),
  )
  const texts = alt?.expected === undefined ? [expected] : [alt.expected]
  return {
    name,
    category,
    template,
    request: { ...context, body: body_text ?? bodyIn(line) },
    expected: error === undefined ? texts.filter((text) => text !== undefined) : [],
  }
}

/** The body as it is written in the line: JSON.parse would lose long integers. */
function bodyIn(line: string): string {
  const start = line.indexOf('"body": ') + '"body": '.length
  let depth = 0
  let inside = false
  for (let at = start; at < line.length; at += 1) {
    const character = line[at]
    if (inside && character === '\\') at += 1
    else if (character === '"') inside = !inside
    else if (!inside && character === '{') depth += 1
    else if (!inside && character === '}') {
      depth -= 1
      if (depth === 0) return line.slice(start, at + 1)
    }
  }
  return ''
}
