import type { Answer, StandInRequest } from '../http/index.ts'
import { refuse } from './routes/refuse.ts'

/** The version of the REST API that the recorded servers speak, and the oldest that they still take. */
export const apiVersion = '0.8.4'
const oldest = '0.8.0'

/** What a request gets that asks for a version which is none, or too old; null where it is right or not named. */
export function checkApiVersion({ headers }: StandInRequest): Answer | null {
  const wanted = headers['x-prefect-api-version']
  if (wanted === undefined) return null
  const text = String(wanted)
  if (!/^\d+\.\d+\.\d+$/.test(text)) {
    const expected = `Expected header in format 'x.y.z' but received ${text}`
    return refuse(400, `Invalid X-PREFECT-API-VERSION header format.${expected}`)
  }
  if (text.localeCompare(oldest, 'en', { numeric: true }) >= 0) return null
  const need = `this server requires version ${oldest} or higher.`
  return refuse(400, `The request specified API version ${text} but ${need}`)
}
