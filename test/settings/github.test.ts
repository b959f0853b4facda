import { createPrivateKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { complete, privateKey, problemsOf, read } from './read.ts'

const asPkcs8 = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString()
const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  ['PEM as GitHub hands it out', privateKey],
  ['PEM in PKCS #8', asPkcs8],
  ['PEM with \\n for line ends', privateKey.replaceAll('\n', '\\n')],
  ['PEM on one line', privateKey.replaceAll('\n', ' ')],
  ['PEM with line ends of Windows', privateKey.replaceAll('\n', '\r\n')],
  ['PEM in base64', base64(privateKey)],
  ['PEM with \\n in base64', base64(privateKey.replaceAll('\n', '\\n'))],
  ['base64 over several lines', `${base64(privateKey).replace(/.{76}/g, '$&\n')}\n`],
])('a private key may be %s', (_, PRIVATE_KEY) => {
  expect(read({ ...complete, PRIVATE_KEY }).github?.privateKey).toBe(asPkcs8)
})

test('a private key may be in a file', () => {
  const { PRIVATE_KEY, ...rest } = complete
  const { github } = read({ ...rest, PRIVATE_KEY_PATH: 'app.pem' }, { 'app.pem': PRIVATE_KEY })
  expect(github?.privateKey).toBe(asPkcs8)
})

const { APP_ID, PRIVATE_KEY, ...others } = complete

test.each([
  { why: 'a number without a key', environment: { APP_ID }, variable: 'PRIVATE_KEY' },
  { why: 'a key without a number', environment: { PRIVATE_KEY }, variable: 'APP_ID' },
  { why: 'no key', environment: { APP_ID, PRIVATE_KEY: 'key' }, variable: 'PRIVATE_KEY' },
  {
    why: 'a broken key',
    environment: { APP_ID, PRIVATE_KEY: PRIVATE_KEY.replace('MII', 'MIX') },
    variable: 'PRIVATE_KEY',
  },
  {
    why: 'a file that is not there',
    environment: { APP_ID, PRIVATE_KEY_PATH: 'absent.pem' },
    variable: 'PRIVATE_KEY_PATH',
  },
  {
    why: 'a file without a key',
    environment: { APP_ID, PRIVATE_KEY_PATH: 'app.pem' },
    variable: 'PRIVATE_KEY_PATH',
  },
])('$why stops the start', ({ environment, variable }) => {
  expect(problemsOf({ ...others, ...environment }, { 'app.pem': 'key' })).toMatchObject([{ variable }])
})

test('a missing secret is told, stops production, and on a trial lets nobody in', () => {
  const { WEBHOOK_SECRET, ...rest } = complete
  const told = [{ variable: 'WEBHOOK_SECRET', problem: expect.stringContaining('is not set') }]
  expect(problemsOf({ ...rest, NODE_ENV: 'production' })).toMatchObject(told)
  const [first, second] = [read(rest), read(rest)]
  expect(first.warnings).toMatchObject(told)
  expect(first.github?.webhookSecret).toHaveLength(43)
  expect(first.github?.webhookSecret).not.toBe(second.github?.webhookSecret)
})

test.each([
  ['development', 'is a well-known example'],
  ["It's a Secret to Everybody", 'is a well-known example'],
  ['fifteen bytes!!', 'is shorter than 16 bytes'],
  ['aaaaaaaaaaaaaaaaaaaa', 'is easy to guess'],
  ['                    ', 'is easy to guess'],
])('the secret %j is a warning on a trial, and stops production', (WEBHOOK_SECRET, problem) => {
  const told = [{ variable: 'WEBHOOK_SECRET', problem }]
  expect(read({ ...complete, WEBHOOK_SECRET }).warnings).toMatchObject(told)
  expect(problemsOf({ ...complete, WEBHOOK_SECRET, NODE_ENV: 'production' })).toMatchObject(told)
})

test('a good secret is taken to the letter', () => {
  const { github, warnings } = read({
    ...complete,
    WEBHOOK_SECRET: ' sixteen bytes! ',
    NODE_ENV: 'production',
  })
  expect(github?.webhookSecret).toBe(' sixteen bytes! ')
  expect(warnings).toEqual([])
})

test.each([
  [{}, 'https://api.github.com'],
  [{ GHE_HOST: 'github.com' }, 'https://api.github.com'],
  [{ GHE_HOST: 'GitHub.example.com' }, 'https://github.example.com/api/v3'],
  [{ GHE_HOST: 'localhost:8080', GHE_PROTOCOL: 'http' }, 'http://localhost:8080/api/v3'],
  [{ GHE_HOST: 'octo.ghe.com' }, 'https://api.octo.ghe.com'],
  [{ GHE_HOST: 'api.octo.ghe.com' }, 'https://api.octo.ghe.com'],
])('%o has its API at %s', (environment, apiUrl) => {
  expect(read({ ...complete, ...environment }).github?.apiUrl).toBe(apiUrl)
})
