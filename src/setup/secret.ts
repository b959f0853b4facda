import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Something that only those know whom we told. */
export interface Secret {
  /** 256 random bits; fits into URLs and cookies. */
  value: string
  /** In a time that says nothing about how much of it was right. */
  matches(candidate: string | null | undefined): boolean
}

/** A new secret. */
export function createSecret(): Secret {
  const value = randomBytes(32).toString('base64url')
  const digest = digestOf(value)
  return {
    value,
    matches: (candidate) => typeof candidate === 'string' && timingSafeEqual(digestOf(candidate), digest),
  }
}

/** Of equal length for texts of any length. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
