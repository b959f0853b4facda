import type { PrefectCredentials } from './options.ts'

/** The `Authorization` header; the server compares the scheme to the letter. */
export function authorization(credentials: PrefectCredentials): Record<string, string> {
  switch (credentials.kind) {
    case 'none':
      return {}
    case 'key':
      return { Authorization: `Bearer ${credentials.key}` }
    case 'basic':
      return { Authorization: `Basic ${Buffer.from(credentials.authString).toString('base64')}` }
  }
}
