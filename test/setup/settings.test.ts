import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSetupSettings, SettingsError } from '../../src/settings/index.ts'
import { isExpectedHost } from '../../src/setup/expected-host.ts'
import { readPublicUrl } from '../../src/setup/public-url.ts'
import { complete, folderWith } from '../settings/read.ts'

function read(environment: Record<string, string>, files: Record<string, string> = {}) {
  return readSetupSettings({ environment, workingFolder: folderWith(files), isTerminal: false })
}

test('the set-up is there to mend what keeps the server from starting', () => {
  const folder = folderWith({ '.env': 'APP_ID=no number\nMAX_PENDING=many\nPORT=4000\n' })
  const sources = {
    environment: { APP_ID: '', WEBHOOK_SECRET: 'x' },
    workingFolder: folder,
    isTerminal: false,
  }
  expect(readSetupSettings(sources)).toMatchObject({
    http: { host: 'localhost', port: 4000 },
    dotEnv: join(folder, '.env'),
    overriding: ['APP_ID', 'WEBHOOK_SECRET'],
    namesPrefect: false,
  })
  expect(read(complete).namesPrefect).toBe(true)
  expect(() => read({ PORT: 'many', MAX_PENDING: 'many' })).toThrow(SettingsError)
})

test.each([
  [{}, 'https://github.com', 'https://api.github.com'],
  [{ GHE_HOST: 'github.com' }, 'https://github.com', 'https://api.github.com'],
  [
    { GHE_HOST: 'git.example.com:8443' },
    'https://git.example.com:8443',
    'https://git.example.com:8443/api/v3',
  ],
  [{ GHE_HOST: 'git.local', GHE_PROTOCOL: 'http' }, 'http://git.local', 'http://git.local/api/v3'],
  [{ GHE_HOST: 'acme.ghe.com' }, 'https://acme.ghe.com', 'https://api.acme.ghe.com'],
  [{ GHE_HOST: 'api.acme.ghe.com' }, 'https://acme.ghe.com', 'https://api.acme.ghe.com'],
])('people and programs find GitHub where %o says', (environment, webUrl, apiUrl) => {
  expect(read(environment).github).toEqual({ webUrl, apiUrl })
})

test.each([
  ['localhost:3000', 'localhost', true],
  ['LOCALHOST', 'localhost', true],
  ['[::1]:3000', 'localhost', true],
  ['127.0.0.1:8080', '0.0.0.0', true],
  ['resume.example.com', 'localhost', true],
  ['10.0.0.5:3000', '10.0.0.5', true],
  ['[fd00::5]:3000', 'fd00::5', true],
  ['10.0.0.5:3000', '0.0.0.0', true],
  ['[fd00::5]:3000', '::', true],
  ['10.0.0.5:3000', 'localhost', false],
  ['evil.example', '0.0.0.0', false],
  ['localhost.evil.example', 'localhost', false],
  ['evil.resume.example.com', 'localhost', false],
  ['localhost@evil.example', 'localhost', false],
  ['localhost/..', 'localhost', false],
  ['', 'localhost', false],
  [undefined, 'localhost', false],
])('a request for %s is meant for a set-up on %s: %s', (header, listening, expected) => {
  expect(isExpectedHost(header, { listening, publicUrl: 'https://resume.example.com' })).toBe(expected)
})

test.each([
  ['https://resume.example.com/', 'https://resume.example.com'],
  ['https://resume.example.com/base/api/github/webhooks/', 'https://resume.example.com/base'],
  ['http://10.0.0.5:3000', 'http://10.0.0.5:3000'],
])('%s is a public address', (text, url) => {
  expect(readPublicUrl(text, 'https://github.com')).toEqual({ url })
})

test.each(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000', 'http://x.localhost'])(
  '%s is none: GitHub would reach itself there',
  (text) => expect(readPublicUrl(text, 'https://github.com')).toHaveProperty('problem'),
)
