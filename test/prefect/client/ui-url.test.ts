import { expect, test } from 'vitest'
import { deriveUiUrl, workspaceOf } from '../../../src/prefect/index.ts'

const account = '0ed3a1e5-3c0b-4bf5-a9d7-8f2f2e4f0a11'
const workspace = '6a9d2c44-1b7e-4f10-9a53-2f6f0f5b9c22'

test.each([
  ['http://127.0.0.1:4200/api', 'http://127.0.0.1:4200'],
  ['http://127.0.0.1:4200/api/', 'http://127.0.0.1:4200'],
  ['https://prefect.example.com/prefect/api', 'https://prefect.example.com/prefect'],
  ['https://api.example.com/api', 'https://api.example.com'],
  [
    `https://api.prefect.cloud/api/accounts/${account}/workspaces/${workspace}`,
    `https://app.prefect.cloud/account/${account}/workspace/${workspace}`,
  ],
  [
    `https://api.stg.prefect.dev/api/accounts/${account}/workspaces/${workspace}/`,
    `https://app.stg.prefect.dev/account/${account}/workspace/${workspace}`,
  ],
  ['https://api.prefect.cloud.evil.example/api', 'https://api.prefect.cloud.evil.example'],
])('the UI of %s is %s', (apiUrl, uiUrl) => {
  expect(deriveUiUrl(apiUrl)).toBe(uiUrl)
})

test('account and workspace of an API’s URL are given in lower case', () => {
  const apiUrl = `https://api.prefect.cloud/api/accounts/${account.toUpperCase()}/workspaces/${workspace}/`
  expect(workspaceOf(apiUrl)).toEqual({ account, workspace })
  expect(workspaceOf('http://127.0.0.1:4200/api')).toBeNull()
})
