import { isDeepStrictEqual, parseEnv } from 'node:util'
import { formatValue } from './format-value.ts'

/** An assignment, with a quoted value over several lines; what stands behind the value on its line belongs to it. */
const assignments =
  /(?<![^\n])([ \t]*(?:export[ \t]+)?)([\w.-]+)[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)?[^\r\n]*/g

/**
 * The text of a `.env` in which the variables have these values: set where they stood, else added at the end. All
 * other lines stay as they are. Null where the result would not be read as it is meant.
 */
export function setVariables(source: string, values: Readonly<Record<string, string>>): string | null {
  const lines = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) {
    const written = formatValue(value)
    if (written === null) return null
    lines.set(name, `${name}=${written}`)
  }

  const placed = new Set<string>()
  const replaced = source.replace(assignments, (whole, indent: string, name: string) => {
    const line = lines.get(name)
    if (line === undefined) return whole
    placed.add(name)
    return `${indent}${line}`
  })
  const end = source.includes('\r\n') ? '\r\n' : '\n'
  const added = [...lines].filter(([name]) => !placed.has(name)).map(([, line]) => `${line}${end}`)
  const between = added.length === 0 || replaced === '' || replaced.endsWith('\n') ? '' : end
  const result = `${replaced}${between}${added.join('')}`
  // The reader has the last word: an unclosed quote above would swallow what comes after it.
  return isDeepStrictEqual({ ...parseEnv(result) }, { ...parseEnv(source), ...values }) ? result : null
}
