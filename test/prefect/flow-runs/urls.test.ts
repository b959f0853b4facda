import { expect, test } from 'vitest'
import { findFlowRuns, UnusableUiUrlError } from '../../../src/prefect/flow-runs/index.ts'

const id = '0689ad19-2b9a-7dfd-8000-93299086c11b'
const other = '06abec16-52e4-7906-8000-335bfa6bb5b7'
const account = '7c1f0f0e-3d5a-4f43-9a10-5e0c2f6d8b21'
const workspace = 'e2b0a1c4-66d9-4a57-8f3e-90b7d1c5a604'
const cloud = 'https://app.prefect.cloud'
const inWorkspace = `${cloud}/account/${account}/workspace/${workspace}`
const page = `${cloud}/runs/flow-run/${id}`

const ids = (text: string, ...uiUrls: string[]) =>
  findFlowRuns(text, uiUrls.length > 0 ? uiUrls : [cloud]).map((found) => found.id)

test('a reference carries the id, account and workspace in lower case, and the URL as it was written', () => {
  const url = `${inWorkspace}/runs/flow-run/${id}`.toUpperCase().replace('HTTPS', 'https')
  expect(findFlowRuns(`See ${url}/?tab=Logs#top`, [cloud])).toEqual([{ id, url, account, workspace }])
})

test('a self-hosted run has neither account nor workspace', () => {
  const url = `http://127.0.0.1:4200/runs/flow-run/${id}`
  expect(findFlowRuns(url, ['http://127.0.0.1:4200'])).toEqual([{ id, url, account: null, workspace: null }])
})

test.each([
  ['today', `${inWorkspace}/runs/flow-run/${id}`],
  ['of Prefect 2', `${inWorkspace}/flow-runs/flow-run/${id}`],
  ['of the first Prefect 2', `${inWorkspace}/flow-run/${id}/radar`],
  ['in the plural', `${cloud}/accounts/${account}/workspaces/${workspace}/runs/flow-run/${id}`],
  ['beside an older UI', `${cloud}/v2/runs/flow-run/${id}`],
  ['with the default port', `https://app.prefect.cloud:443/runs/flow-run/${id}`],
  ['with a host in capitals', `HTTPS://App.Prefect.Cloud/runs/flow-run/${id}`],
  ['with a path in capitals', `${cloud}/Runs/Flow-Run/${id}`],
])('a page is found by the path it has %s', (_, url) => {
  expect(ids(url)).toEqual([id])
})

test.each([
  ['a trailing slash', 'https://app.prefect.cloud/'],
  ['an account and workspace, of another workspace even', `${cloud}/account/${other}/workspace/${other}`],
  ['the path of the newer UI', `${cloud}/v2/`],
  ['capitals and a port', 'HTTPS://APP.PREFECT.CLOUD:443'],
])('a UI URL may have %s', (_, uiUrl) => {
  expect(ids(`${inWorkspace}/runs/flow-run/${id}`, uiUrl)).toEqual([id])
})

test('a UI behind a path is found under that path only', () => {
  const uiUrl = 'https://tools.example.com/prefect-ui/'
  expect(ids(`https://tools.example.com/prefect-ui/runs/flow-run/${id}`, uiUrl)).toEqual([id])
  expect(ids(`https://tools.example.com/runs/flow-run/${id}`, uiUrl)).toEqual([])
  expect(ids(`https://tools.example.com/prefect-ui-2/runs/flow-run/${id}`, uiUrl)).toEqual([])
})

test('the pages of several UIs are found, IPv6 and international names among them', () => {
  const text = `http://[::1]:4200/runs/flow-run/${id} and https://préfect.example/runs/flow-run/${other}`
  expect(ids(text, 'http://[::1]:4200', 'https://préfect.example')).toEqual([id, other])
})

test('letters that only fold to those of a host make another host', () => {
  expect(ids(`https://\u212aay.example/runs/flow-run/${id}`, 'https://kay.example')).toEqual([])
})

test('without a UI nothing is found, and what is no URL is refused in words', () => {
  expect(findFlowRuns(page, [])).toEqual([])
  expect(() => findFlowRuns('', ['app.prefect.cloud'])).toThrow(UnusableUiUrlError)
  expect(() => findFlowRuns('', ['ftp://app.prefect.cloud'])).toThrow(/ftp:\/\/app\.prefect\.cloud/)
})

test.each([
  `http://app.prefect.cloud/runs/flow-run/${id}`,
  `https://app.prefect.cloud:444/runs/flow-run/${id}`,
  `https://app.prefect.cloud./runs/flow-run/${id}`,
  `https://user@app.prefect.cloud/runs/flow-run/${id}`,
  `https://app.prefect.cloud:443@evil.com/runs/flow-run/${id}`,
  `https://app%2Eprefect.cloud/runs/flow-run/${id}`,
  `https:/app.prefect.cloud/runs/flow-run/${id}`,
  `//app.prefect.cloud/runs/flow-run/${id}`,
  `app.prefect.cloud/runs/flow-run/${id}`,
  `git+${page}`,
  `x${page}`,
  `https://https://app.prefect.cloud/runs/flow-run/${id}`,
  `https://evil.com/?a[]=${page}`,
  `https://evil.com/(${page})`,
  `https://evil.com/?a="${page}"`,
  `https://evil.com/?a=b,${page}`,
  `evil.com/?to=${page}`,
  `www.evil.com/${page}`,
])('another address is not this UI: %s', (text) => {
  expect(ids(text)).toEqual([])
  expect(ids(`\`${text}\``)).toEqual([])
  expect(ids(`[run](${text})`)).toEqual([])
})

test.each([
  `/runs/task-run/${id}`,
  `/flow_runs/${id}`,
  `/api/flow_runs/${id}`,
  `/api/flow-runs/flow-run/${id}`,
  `/runs/subflow-run/${id}`,
  `/runs//flow-run/${id}`,
  `/runs/flow-run//${id}`,
  `/x/runs/flow-run/${id}`,
  `/account/${account}/runs/flow-run/${id}`,
  `/runs/flow%2Drun/${id}`,
  `/runs/./flow-run/${id}`,
  `/runs/flow-run/${id}/../${other}`,
  `/runs/flow-run/${id}/..`,
  `/runs/flow-run/${id}/%2e%2e/${other}`,
  `/runs/flow-run/${id}/x/../../y`,
  `/runs/flow-run/${id}0`,
  `/runs/flow-run/${id}-1`,
  `/runs/flow-run/${id}_1`,
  `/runs/flow-run/${id}%61`,
  `/runs/flow-run/${id.replaceAll('-', '')}`,
])('another page is no flow run: %s', (path) => {
  expect(ids(cloud + path)).toEqual([])
})

test.each([
  ['emphasis', `__${page}__, *${page}*, ~~${page}~~`],
  ['parentheses', `(${page}) and [${page}]`],
  ['the end of a sentence', `It is ${page}/. Then`],
  ['an ellipsis', `${page}...`],
  ['a JSON log', String.raw`{"a":"b\n${page}\n","c":1}`],
  ['JSON in code', `\`{"a":"https://example.com","b":"${page}"}\``],
  ['a list without spaces', `https://example.com/a,${page}`],
  ['a terminal in colour', `    \u001b[36m${page}\u001b[0m`],
  ['colours whose escapes are lost', `    [36m${page}[0m`],
  ['an assignment', `PREFECT_RUN=${page}`],
  ['Chinese', `修复${page}。谢谢`],
  ['angle brackets of a chat', `<${page}|otter>`],
])('what stands around a URL does not hide it: %s', (_, text) => {
  expect(ids(text)).toEqual([id])
})

test('every run is found once, in order, and no number is too many', () => {
  const all = Array.from({ length: 50 }, (_, index) => id.replace(/..$/, String(10 + index)))
  const urls = all.map((each) => `${cloud}/runs/flow-run/${each}`)
  expect(ids([...urls, ...urls.toReversed()].join('\n'))).toEqual(all)
  expect(ids(urls.join(','))).toEqual(all)
})
