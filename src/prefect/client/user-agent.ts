import { readFileSync } from 'node:fs'
import { z } from 'zod'

const packageSchema = z.object({ name: z.string(), version: z.string() })

/** How we name ourselves to Prefect: the package with its version. */
export function userAgent(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  const { name, version } = packageSchema.parse(JSON.parse(text))
  return `${name}/${version}`
}
