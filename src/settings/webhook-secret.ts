/** Fewer bytes can be guessed. */
const shortest = 16

/** Words that documentation and examples use, Probot's own default among them. */
const wellKnown: ReadonlySet<string> = new Set([
  'development',
  'secret',
  'changeme',
  'change-me',
  'password',
  'webhook-secret',
  'webhook_secret',
  'my-webhook-secret',
  'mywebhooksecret',
  'your-webhook-secret',
  'your_webhook_secret',
  "it's a secret to everybody",
  '0123456789abcdef',
  '1234567890123456',
])

/** What a webhook secret should be, in words. */
export const webhookSecretForm = `a random secret of at least ${shortest} bytes, the one in the GitHub App's settings`

/** Why a secret does not keep strangers out; null when it does. Follows the variable's name, without the secret. */
export function findWeakness(secret: string): string | null {
  if (wellKnown.has(secret.trim().toLowerCase())) return 'is a well-known example'
  if (new Set(secret).size < 4) return 'is easy to guess'
  return Buffer.byteLength(secret) < shortest ? `is shorter than ${shortest} bytes` : null
}
