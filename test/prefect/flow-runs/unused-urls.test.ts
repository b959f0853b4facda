import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findNamedFlowRuns,
  findUnusedUrls,
  mayNameRun,
  UnusableUiUrlError,
} from '../../../src/prefect/flow-runs/index.ts'

const cloud = 'https://app.prefect.cloud'
const id = '0689ad19-2b9a-7dfd-8000-93299086c1aa'
const other = '06abec16-52e4-7906-8000-335bfa6bb5b7'
const workspace = `account/${other}/workspace/${other}`
const page = `${cloud}/runs/flow-run/${id}`

const unused = (text: string, ...uiUrls: string[]) =>
  findUnusedUrls(text, uiUrls.length > 0 ? uiUrls : [cloud])

test.each([
  ['a page of another Prefect', 'foreign-host', `https://prefect.example.com/runs/flow-run/${id}`],
  ['one behind a path', 'foreign-host', `https://example.com/prefect/v2/runs/flow-run/${id}`],
  ['one of another scheme', 'foreign-host', `http://app.prefect.cloud/runs/flow-run/${id}`],
  ['one of another port', 'foreign-host', `${cloud}:8443/flow-run/${id}`],
  ['one of a host that looks alike', 'foreign-host', `https://app.prefect.cloud.evil.com/flow-run/${id}`],
  ['a page of a task run', 'task-run', `${cloud}/${workspace}/runs/task-run/${id}`],
  ['one of Prefect 2', 'task-run', `${cloud}/flow-runs/task-run/${id}`],
  ['one of another Prefect', 'task-run', `http://127.0.0.1:4200/runs/task-run/${id}`],
  ['an address of the API', 'api', `http://127.0.0.1:4200/api/flow_runs/${id}`],
  [
    'one of the cloud',
    'api',
    `https://api.prefect.cloud/api/accounts/${other}/workspaces/${other}/flow_runs/`,
  ],
  ['one behind a path', 'api', `https://example.com/prefect/flow_runs/${id}/set_state`],
  ['a page without an id', 'not-a-page', `${cloud}/runs/flow-run/`],
  ['one that is cut', 'not-a-page', page.slice(0, -1)],
  ['one with too much', 'not-a-page', `${page}0`],
  ['one whose id has no dashes', 'not-a-page', `${cloud}/runs/flow-run/${id.replaceAll('-', '')}`],
  ['one below another path', 'not-a-page', `${cloud}/x/runs/flow-run/${id}`],
  ['one that dots lead away from', 'not-a-page', `${page}/../${other}`],
])('%s is unused: %s', (_, because, url) => {
  expect(unused(`Fixes [the run](${url}), thanks`)).toEqual([{ url, because }])
  expect(unused(`Fixes ${url}.`)).toEqual([{ url, because }])
})

test.each([
  ['a comment', `<!-- Fixes ${page} -->`],
  ['a definition that nothing uses', `[run]: ${page}`],
  ['a footnote that nothing refers to', `[^1]: ${page}`],
  ['an image', `![run](${page})`],
  ['a link without text', `[](${page})`],
  ['an attribute', `<b title="${page}">x</b>`],
  ['a title', `[x](https://example.com "${page}")`],
])('a page that only %s holds is not visible', (_, text) => {
  expect(unused(text)).toEqual([{ url: page, because: 'not-visible' }])
})

test.each([
  ['the page of a run that is found', page],
  ['one that is hidden too', `<!-- ${page} --> ${page}`],
  ['the same run elsewhere', `${page}, https://example.com/flow-run/${id}, ${cloud}/api/flow_runs/${id}`],
  ['a garbled page of it', `${page} ${page}0`],
  ['one in capitals', `${page} <!-- ${page.toUpperCase().replace('HTTPS', 'https')} -->`],
  ['another page', `${cloud}/deployments/deployment/${id} ${cloud}/runs ${cloud}/runs/workflow-run/${id}`],
  [
    'another site',
    'https://example.com/flow-run/1 https://example.com/flow_runs/a https://example.com/api/x',
  ],
  ['what has no scheme', `app.prefect.cloud/runs/flow-run/${id} ../flow-run/${id} ${id}`],
  ['what stands in a query', `https://example.com/?to=${page}`],
  ['what is no host', `https://user:secret/runs/flow-run/${id} https://@/flow-run/${id}`],
])('not among them is %s', (_, text) => {
  expect(unused(text)).toEqual([])
})

test('credentials, query and fragment are left out', () => {
  expect(unused('https://me:secret@example.com/flow-run/')).toEqual([])
  expect(unused(`https://me:a@b@example.com/flow-run/${id}?token=secret#secret`)).toEqual([
    { url: `https://example.com/flow-run/${id}`, because: 'foreign-host' },
  ])
  expect(unused(`https://me@app.prefect.cloud/flow-run/${id}`)).toEqual([
    { url: `${cloud}/flow-run/${id}`, because: 'not-a-page' },
  ])
})

test('a UI behind a path, several UIs and none are told apart', () => {
  const text = `http://[::1]:4200/flow-run/${id}`
  expect(unused(text, cloud, 'http://[::1]:4200')).toEqual([])
  expect(unused(text, cloud)).toEqual([{ url: text, because: 'foreign-host' }])
  expect(unused(text, 'http://[::1]:4200/ui')).toEqual([{ url: text, because: 'not-a-page' }])
  expect(findUnusedUrls(text, [])).toEqual([{ url: text, because: 'foreign-host' }])
  expect(() => findUnusedUrls('', ['app.prefect.cloud'])).toThrow(UnusableUiUrlError)
})

test('they come in order, each once, and no more than twenty', () => {
  const urls = Array.from({ length: 30 }, (_, index) => `https://${index}.example/flow-run/${id}`)
  const text = [...urls.slice(0, 3), ...urls].map((url) => `${url}?tab=logs`).join('\n')
  expect(unused(text).map(({ url }) => url)).toEqual(urls.slice(0, 20))
})

test('a long one is cut, and not within a character', () => {
  const [found] = unused(`https://example.com/flow-run/${id}/x${'𝒳'.repeat(500)}`)
  expect(found?.url).toHaveLength(499)
  expect(found?.url.isWellFormed()).toBe(true)
})

test('none has the id of a run that is found, whatever the text is made of', () => {
  const ids = [id, other]
  const piece = fc.constantFrom(
    ...ids.flatMap((each) => [each, `${cloud}/flow-run/${each}`, `https://x.test/flow-run/${each}`]),
    ...ids.flatMap((each) => [`${cloud}/task-run/${each}`, `${cloud}/api/flow_runs/${each.toUpperCase()}`]),
    ...[
      `${cloud}/flow-run/`,
      'https://',
      'me:secret@',
      '?a=',
      '#',
      '/../',
      '0',
      '-',
      '_',
      '/',
      '.',
      '@',
      ':',
    ],
    ...[
      ' ',
      '\n',
      '\n\n',
      '<!--',
      '-->',
      '`',
      '[x](',
      ')',
      '[a]: ',
      '"',
      '<',
      '>',
      '\\',
      '&shy;',
      '\0',
      '\ud800',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('')
      const named = findNamedFlowRuns(text, [cloud]).map((run) => run.id)
      const found = unused(text)
      for (const { url } of found) {
        expect(url).not.toMatch(/[?#]|^https?:\/\/[^/]*@/)
        for (const id of named) expect(url.toLowerCase()).not.toContain(id)
      }
      expect(new Set(found.map(({ url }) => url)).size).toBe(found.length)
      if (found.length > 0) expect(mayNameRun(text)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
