import type { Answer } from './outcome.ts'
import { readJson } from './read-json.ts'

/** Whether Prefect says that there is no such thing. A proxy's page with 404 says nothing about that. */
export function isNothing({ status, body }: Answer): boolean {
  return status === 404 && (body === '' || readJson(body) !== undefined)
}
