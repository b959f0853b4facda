import { createSign, generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'

let github: GitHubStandIn
beforeEach(async () => {
  github = await startGitHub({ appId: 17 })
})
afterEach(() => github.close())

const now = Math.floor(Date.now() / 1000)
const claims = { iss: 17, iat: now - 30, exp: now + 300 }
const stranger = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey

test.each([
  ['right', claims, 200],
  ['right, with a text as its issuer', { ...claims, iss: '17' }, 200],
  ['of another app', { ...claims, iss: 18 }, 401],
  ['expired', { ...claims, exp: now - 1 }, 401],
  ['good for too long', { ...claims, exp: now + 3600 }, 401],
  ['of the future', { ...claims, iat: now + 600 }, 401],
  ['without an end', { iss: 17, iat: now }, 401],
])('a token that is %s', async (_name, said, status) => {
  expect(await askAs(`Bearer ${signed(said, github.privateKey)}`)).toBe(status)
})

test('a token that somebody else has signed, or nobody, opens nothing', async () => {
  expect(await askAs(`Bearer ${signed(claims, stranger)}`)).toBe(401)
  expect(await askAs(`Bearer ${signed(claims, github.privateKey, 'none')}`)).toBe(401)
  expect(await askAs('Bearer nonsense')).toBe(401)
  expect(await askAs('')).toBe(401)
})

async function askAs(authorization: string): Promise<number> {
  const { status } = await fetch(`${github.apiUrl}/app`, { headers: { authorization } })
  return status
}

function signed(said: object, key: string, alg = 'RS256'): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ alg, typ: 'JWT' })}.${encode(said)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}
