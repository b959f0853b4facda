import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings/index.ts'
import { complete, folderWith, problemsOf, read } from './read.ts'

const cloud = 'https://api.prefect.cloud/api/accounts/a1/workspaces/w1'

test('a server of one’s own needs no more than its URL', () => {
  expect(read(complete).prefect).toEqual({
    apiUrl: 'http://127.0.0.1:4200/api',
    uiUrl: 'http://127.0.0.1:4200',
    credentials: { kind: 'none' },
    headers: {},
    timeout: 15_000,
    maxRetries: 5,
    certificateFile: null,
    insecureSkipVerify: false,
  })
})

test('everything that Prefect’s own client knows is read', () => {
  const environment = {
    ...complete,
    PREFECT_API_URL: `${cloud}/`,
    PREFECT_API_KEY: 'pnu_123\n',
    PREFECT_UI_URL: 'https://prefect.example.com/ui/',
    PREFECT_CLIENT_CUSTOM_HEADERS: '{"CF-Access-Client-Id": "id"}',
    PREFECT_API_REQUEST_TIMEOUT: '2.5',
    PREFECT_CLIENT_MAX_RETRIES: '0',
    PREFECT_API_SSL_CERT_FILE: 'ca.pem',
    PREFECT_API_TLS_INSECURE_SKIP_VERIFY: 'true',
  }
  const workingFolder = folderWith({ 'ca.pem': '' })
  const { prefect, warnings } = readSettings({ environment, workingFolder, isTerminal: false })
  expect(prefect).toEqual({
    apiUrl: cloud,
    uiUrl: 'https://prefect.example.com/ui',
    credentials: { kind: 'key', key: 'pnu_123' },
    headers: { 'CF-Access-Client-Id': 'id' },
    timeout: 2500,
    maxRetries: 0,
    certificateFile: join(workingFolder, 'ca.pem'),
    insecureSkipVerify: true,
  })
  expect(warnings).toMatchObject([{ variable: 'PREFECT_API_TLS_INSECURE_SKIP_VERIFY' }])
})

test('user and password win over a key, as in Prefect', () => {
  const { prefect } = read({ ...complete, PREFECT_API_AUTH_STRING: 'admin:pass', PREFECT_API_KEY: 'pnu_123' })
  expect(prefect?.credentials).toEqual({ kind: 'basic', authString: 'admin:pass' })
})

test('the UI of Prefect Cloud is derived from the API', () => {
  expect(read({ ...complete, PREFECT_API_URL: cloud }).prefect?.uiUrl).toBe(
    'https://app.prefect.cloud/account/a1/workspace/w1',
  )
})

test.each([
  ['https://app.prefect.cloud/account/a1/workspace/w1', 'is the address of the UI'],
  ['http://127.0.0.1:4200', 'has no /api in it'],
  ['https://api.prefect.cloud/api', 'names no account and workspace'],
])('the API at %s is doubted', (PREFECT_API_URL, problem) => {
  expect(read({ ...complete, PREFECT_API_URL }).warnings).toMatchObject([
    { variable: 'PREFECT_API_URL', problem },
  ])
})

test.each([cloud, 'https://prefect.example.com/proxy/api', 'http://localhost:4200/api/'])(
  'the API at %s is not doubted',
  (PREFECT_API_URL) => {
    expect(read({ ...complete, PREFECT_API_URL }).warnings).toEqual([])
  },
)

test.each([
  ['PREFECT_API_URL', ''],
  ['PREFECT_API_URL', 'prefect:4200/api'],
  ['PREFECT_API_URL', 'ftp://prefect/api'],
  ['PREFECT_API_URL', 'http://prefect/api?key=1'],
  ['PREFECT_UI_URL', 'prefect.example.com'],
  ['PREFECT_CLIENT_CUSTOM_HEADERS', 'X-Team: data'],
  ['PREFECT_CLIENT_CUSTOM_HEADERS', '["X-Team"]'],
  ['PREFECT_CLIENT_CUSTOM_HEADERS', '{"X Team": "data"}'],
  ['PREFECT_CLIENT_CUSTOM_HEADERS', '{"X-Team": "a\\nb"}'],
  ['PREFECT_API_REQUEST_TIMEOUT', '15s'],
  ['PREFECT_API_REQUEST_TIMEOUT', '0'],
  ['PREFECT_CLIENT_MAX_RETRIES', 'many'],
  ['PREFECT_API_SSL_CERT_FILE', 'absent.pem'],
  ['PREFECT_API_TLS_INSECURE_SKIP_VERIFY', 'perhaps'],
])('%s=%s stops the start', (variable, value) => {
  expect(problemsOf({ ...complete, [variable]: value })).toMatchObject([{ variable }])
})

test('without GitHub’s credentials Prefect need not be there, but may be', () => {
  expect(read({}).prefect).toBeNull()
  expect(read({ PREFECT_API_URL: complete.PREFECT_API_URL }).prefect).not.toBeNull()
})
