import type { PrefectCredentials } from './options.ts'

/** The header that says who we are, with the scheme as Prefect compares it, letter by letter; null where nothing does. */
export function authorizationOf(credentials: PrefectCredentials): string | null {
  if (credentials.kind === 'none') return null
  return credentials.kind === 'key' ? `Bearer ${credentials.key}` : `Basic ${base64(credentials.authString)}`
}

/** Everything that would give the credentials away. */
export function secretsOf(credentials: PrefectCredentials): string[] {
  if (credentials.kind === 'none') return []
  if (credentials.kind === 'key') return [credentials.key]
  const { authString } = credentials
  const password = authString.slice(authString.indexOf(':') + 1)
  return [base64(authString), authString, password].filter((secret) => secret !== '')
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
