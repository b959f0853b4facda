import type { Answer, StandInRequest } from '../http/index.ts'
import { except } from './routes/refuse.ts'

export type Auth = { basic: string } | { bearer: string }

/** Only these answer anybody. */
const open: ReadonlySet<string> = new Set(['/health', '/ready'])

/** What a request without the right credentials gets; null where they are right. */
export function checkCredentials(auth: Auth | undefined, { path, headers }: StandInRequest): Answer | null {
  if (auth === undefined || open.has(path)) return null
  return headers.authorization === expected(auth) ? null : except(401, 'Unauthorized')
}

function expected(auth: Auth): string {
  return 'basic' in auth ? `Basic ${Buffer.from(auth.basic).toString('base64')}` : `Bearer ${auth.bearer}`
}
