import { readFileSync } from 'node:fs'
import { compileTemplate } from '../../src/webhook/index.ts'

/** The template that is shared with Prefect Cloud. */
export const sharedTemplate = compileTemplate(
  readFileSync(new URL('../../templates/github.json.jinja', import.meta.url), 'utf8'),
)

/** A delivery of GitHub's with this payload. */
export function delivery(event: string, payload: unknown) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-GitHub-Event': event },
    body: JSON.stringify(payload),
  }
}
