import { createPrivateKey } from 'node:crypto'

/** What {@link parsePrivateKey} reads, in words. */
export const privateKeyForm =
  'the RSA private key of the GitHub App: PEM, PEM with \\n for line ends, or either in base64'

/**
 * A private key as PEM in PKCS #8, which every signing library takes (GitHub hands out PKCS #1). Line ends may be
 * missing, spaces or `\n` in letters, as they come out of secret stores. Null for what is no RSA key.
 */
export function parsePrivateKey(text: string): string | null {
  const pem = findPem(text) ?? findPem(Buffer.from(text, 'base64').toString())
  if (pem === null) return null
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'rsa' ? key.export({ type: 'pkcs8', format: 'pem' }).toString() : null
  } catch {
    return null
  }
}

function findPem(text: string): string | null {
  const block = /-----BEGIN ((?:RSA )?PRIVATE KEY)-----(.+?)-----END \1-----/s.exec(text)
  const [, label, body] = block ?? []
  if (label === undefined || body === undefined) return null
  const lines =
    body
      .replaceAll('\\n', '')
      .replace(/\s+/g, '')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
}
