import { randomUUID } from 'node:crypto'
import { type Answer, type Route, route, type StandInRequest } from '../http/index.ts'
import { refuse } from './routes/refuse.ts'

/** How long a token may be used, in milliseconds. */
const lifetime = 3_600_000
const writing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** CSRF protection as self-hosted servers may have it: a token for each client, asked of every write. */
export function createCsrf(): { route: Route; check(request: StandInRequest): Answer | null } {
  const tokens = new Map<string, string>()
  return {
    route: route('GET', '/csrf-token', ({ url }) => {
      const client = url.searchParams.get('client')
      if (client === null) return refuse(422, 'client is required')
      const token = randomUUID().replaceAll('-', '')
      tokens.set(client, token)
      const now = Date.now()
      const [created, expiration] = [now, now + lifetime].map((time) => new Date(time).toISOString())
      return { status: 200, body: { id: randomUUID(), created, updated: created, token, client, expiration } }
    }),
    check({ method, headers }) {
      if (!writing.has(method)) return null
      const token = headers['prefect-csrf-token']
      const client = headers['prefect-csrf-client']
      if (token === undefined) return refuse(403, 'Missing CSRF token.')
      if (client === undefined) return refuse(403, 'Missing client identifier.')
      const right = typeof client === 'string' && tokens.get(client) === token
      return right ? null : refuse(403, 'Invalid CSRF token or client identifier.')
    },
  }
}
