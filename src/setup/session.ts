import type { IncomingMessage } from 'node:http'
import { createSecret } from './secret.ts'

const cookieName = 'resume_on_merge_setup'

/** The one browser that is let in: the first that brings the token of the printed address. */
export interface Session {
  /** For the printed address; good once. */
  token: string
  /** The cookie for a browser that brings the token; null when it is not the token, or was used. */
  enter(token: string): string | null
  /** Whether the request comes from the browser that was let in. */
  holds(request: IncomingMessage): boolean
}

/** A session that nobody has entered yet. */
export function createSession(): Session {
  const token = createSecret()
  const key = createSecret()
  let used = false

  return {
    token: token.value,
    enter(candidate) {
      if (used || !token.matches(candidate)) return null
      used = true
      // Lax, not Strict: GitHub leads back to us, and the cookie has to come along.
      return `${cookieName}=${key.value}; Path=/probot; HttpOnly; SameSite=Lax`
    },
    holds: ({ headers }) => cookies(headers.cookie).some((value) => key.matches(value)),
  }
}

function cookies(header = ''): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${cookieName}=`))
    .map((pair) => pair.slice(cookieName.length + 1))
}
