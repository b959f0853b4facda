import { verify } from 'node:crypto'
import { z } from 'zod'
import { readJson } from '../../http/index.ts'
import type { App } from '../world/app.ts'
import { appKey } from './app-key.ts'

/** The longest life of a token, and how far clocks may differ, in seconds. */
const longest = 600
const leeway = 60

const header = z.object({ alg: z.literal('RS256') })
const claims = z.object({
  iss: z.union([z.string(), z.number()]).transform(String),
  iat: z.int(),
  exp: z.int(),
})

const undecodable = 'A JSON web token could not be decoded'

/** What is wrong with the token by which the App names itself (a JWT), in GitHub's words; null if nothing is. */
export function verifyAppToken(app: App, token: string, now = Date.now() / 1000): string | null {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (more.length > 0 || !header.safeParse(decode(head)).success) return undecodable
  const signed = Buffer.from(`${head}.${body}`)
  if (!verify('RSA-SHA256', signed, appKey().publicKey, Buffer.from(signature, 'base64url')))
    return undecodable
  const said = claims.safeParse(decode(body))
  if (!said.success) return undecodable
  const { iss, iat, exp } = said.data
  if (iss !== String(app.id)) return "'Issuer' claim ('iss') must be an Integer"
  if (exp <= now) {
    return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
  }
  if (exp > now + longest + leeway) return "'Expiration time' claim ('exp') is too far in the future"
  if (iat > now + leeway) {
    return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
  }
  return null
}

function decode(part: string): unknown {
  return readJson(Buffer.from(part, 'base64url').toString())
}
