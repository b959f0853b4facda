import type { ProbotOctokit } from 'probot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'
import { clientsOf } from './octokit.ts'

const path = '.github/resume-on-merge.yml'
const raw = { format: 'raw' }

let github: GitHubStandIn
let installation: ProbotOctokit
beforeEach(async () => {
  github = await startGitHub()
  installation = (await clientsOf(github)).installation
})
afterEach(() => github.close())

async function get(more: { repo?: string; ref?: string; path?: string; mediaType?: typeof raw }) {
  const { data } = await installation.rest.repos.getContent({ owner: 'acme', repo: 'etl', path, ...more })
  return data
}

test('a branch holds its own files; one that begins holds those of the default branch', async () => {
  github.setFile('acme/etl', path, 'on main')
  github.addPullRequest({ baseBranch: 'release/1.x' })
  expect(await get({ ref: 'release/1.x', mediaType: raw })).toBe('on main')
  github.setFile('acme/etl', path, 'on release', 'release/1.x')
  expect(await get({ ref: 'release/1.x', mediaType: raw })).toBe('on release')
  expect(await get({ mediaType: raw })).toBe('on main')
  github.setFile('acme/etl', path, null, 'release/1.x')
  await expect(get({ ref: 'release/1.x' })).rejects.toMatchObject({
    status: 404,
    message: expect.stringMatching(/^Not Found/),
  })
})

test('a branch that is gone is told apart from a file that is not there', async () => {
  github.setFile('acme/etl', path, 'text', 'fix')
  github.deleteBranch('acme/etl', 'fix')
  await expect(get({ ref: 'fix' })).rejects.toMatchObject({
    status: 404,
    message: expect.stringMatching(/^No commit found for the ref fix/),
  })
})

test('a directory is a list of what is in it, also where a raw text is asked for', async () => {
  github.setFile('acme/etl', `${path}/one.yml`, 'one')
  github.setFile('acme/etl', `${path}/two/three.yml`, 'three')
  github.setFile('acme/etl', `${path}/four`, { submodule: 'a'.repeat(40) })
  expect(await get({ mediaType: raw })).toMatchObject([
    { type: 'file', path: `${path}/one.yml`, size: 3 },
    { type: 'dir', path: `${path}/two` },
    { type: 'file', path: `${path}/four`, sha: 'a'.repeat(40) },
  ])
})

test('a link leads to its file; one that leads nowhere, and a submodule, are described', async () => {
  github.setFile('acme/etl', path, { symlink: '../settings.yml' })
  expect(await get({ mediaType: raw })).toMatchObject({ type: 'symlink', target: '../settings.yml' })
  github.setFile('acme/etl', 'settings.yml', 'linked')
  expect(await get({ mediaType: raw })).toBe('linked')
  github.setFile('acme/etl', path, { submodule: 'b'.repeat(40) })
  expect(await get({ mediaType: raw })).toMatchObject({ type: 'submodule', sha: 'b'.repeat(40) })
})

test("an owner's own repository may be out of the App's sight", async () => {
  github.addRepository({ name: 'acme/.github', installed: false })
  github.setFile('acme/.github', path, 'text')
  await expect(get({ repo: '.github' })).rejects.toMatchObject({ status: 404 })
})

test('an ETag holds for one form of a file until it changes', async () => {
  github.setFile('acme/etl', path, 'text')
  const ask = (etag: string | undefined, mediaType?: typeof raw) =>
    installation.rest.repos.getContent({
      owner: 'acme',
      repo: 'etl',
      path,
      headers: { 'if-none-match': etag },
      ...(mediaType && { mediaType }),
    })
  const { headers } = await ask(undefined, raw)
  await expect(ask(headers.etag, raw)).rejects.toMatchObject({ status: 304 })
  expect((await ask(headers.etag)).status).toBe(200)
  github.setFile('acme/etl', path, 'another text')
  expect((await ask(headers.etag, raw)).data).toBe('another text')
})
