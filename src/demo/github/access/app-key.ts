import { generateKeyPairSync } from 'node:crypto'

const format = {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
} as const

let pair: { publicKey: string; privateKey: string } | null = null

/** The App's key, in PEM as GitHub hands it out; made once in a process, since that takes a while. */
export function appKey(): { publicKey: string; privateKey: string } {
  pair ??= generateKeyPairSync('rsa', format)
  return pair
}
