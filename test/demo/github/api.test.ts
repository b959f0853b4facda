import type { ProbotOctokit } from 'probot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHub } from '../../../src/demo/github/index.ts'
import { clientsOf } from './octokit.ts'

const acme = { owner: 'acme', repo: 'etl' }

let github: GitHubStandIn
let app: ProbotOctokit
let installation: ProbotOctokit
beforeEach(async () => {
  github = await startGitHub()
  github.addPullRequest({ number: 42 })
  const clients = await clientsOf(github)
  app = clients.app
  installation = clients.installation
})
afterEach(() => github.close())

test("the App's key opens what is about the App: its owner, its installations", async () => {
  const { data } = await app.rest.apps.getAuthenticated()
  expect(data?.owner).toMatchObject({ login: 'acme', type: 'Organization' })
  const installations = await app.paginate(app.rest.apps.listInstallations)
  expect(installations.map(({ id }) => id)).toEqual([github.installationOf('acme')])
  const found = await app.rest.apps.getRepoInstallation(acme)
  expect(found.data.id).toBe(github.installationOf('acme'))
})

test('a comment is created, found, edited and deleted by an installation, and every text it had is kept', async () => {
  const { data } = await installation.rest.issues.createComment({ ...acme, issue_number: 42, body: 'one' })
  expect(data.user?.login).toBe('resume-on-merge[bot]')
  expect(data.performed_via_github_app?.id).toBe(github.appId)
  await installation.rest.issues.updateComment({ ...acme, comment_id: data.id, body: 'two' })
  expect(github.comments('acme/etl', 42)).toMatchObject([
    { body: 'two', edits: ['one', 'two'], viaApp: true },
  ])
  await installation.rest.issues.deleteComment({ ...acme, comment_id: data.id })
  expect(github.comments('acme/etl', 42)).toEqual([])
})

test('all comments are found over several pages', async () => {
  const texts = Array.from({ length: 65 }, (_, index) => `comment ${index}`)
  for (const body of texts) github.addComment('acme/etl', 42, { body, user: 'dev' })
  const found = await installation.paginate(installation.rest.issues.listComments, {
    ...acme,
    issue_number: 42,
  })
  expect(found.map(({ body }) => body)).toEqual(texts)
})

test('a comment that is too long is refused, as is an empty one', async () => {
  const create = (body: string) => installation.rest.issues.createComment({ ...acme, issue_number: 42, body })
  await expect(create('x'.repeat(65_537))).rejects.toMatchObject({ status: 422 })
  await expect(create(' ')).rejects.toMatchObject({ status: 422 })
})

test('a file is read as it is or as a document, and not sent again while it is the same', async () => {
  const file = { ...acme, path: '.github/resume.yml' }
  await expect(installation.rest.repos.getContent(file)).rejects.toMatchObject({ status: 404 })
  github.setFile('acme/etl', file.path, 'branches: [main]\n')
  const raw = await installation.rest.repos.getContent({ ...file, mediaType: { format: 'raw' } })
  expect(raw.data).toBe('branches: [main]\n')
  const { data, headers } = await installation.rest.repos.getContent(file)
  expect(data).toMatchObject({
    encoding: 'base64',
    content: Buffer.from('branches: [main]\n').toString('base64'),
  })
  const again = installation.rest.repos.getContent({ ...file, headers: { 'if-none-match': headers.etag } })
  await expect(again).rejects.toMatchObject({ status: 304 })
})

test('a pull request is read as it is', async () => {
  github.merge(42, { by: 'boss' })
  const { data } = await installation.rest.pulls.get({ ...acme, pull_number: 42 })
  expect(data).toMatchObject({ merged: true, merged_by: { login: 'boss' }, body: null, state: 'closed' })
})

test('without a token, or with a made-up one, no repository is opened', async () => {
  expect(await statusOf(null)).toBe(401)
  expect(await statusOf('ghs_0000')).toBe(401)
})

test('a token opens only the repositories that its installation covers', async () => {
  github.addPullRequest({ repository: 'other/secret', number: 1 })
  const get = installation.rest.pulls.get({ owner: 'other', repo: 'secret', pull_number: 1 })
  await expect(get).rejects.toMatchObject({ status: 404 })
})

test('a suspended installation gets no token, and its tokens open nothing', async () => {
  await installation.rest.pulls.get({ ...acme, pull_number: 42 })
  github.suspend('acme')
  await expect(installation.rest.pulls.get({ ...acme, pull_number: 42 })).rejects.toMatchObject({
    status: 403,
  })
  const { installation: fresh } = await clientsOf(github)
  await expect(fresh.rest.pulls.get({ ...acme, pull_number: 42 })).rejects.toMatchObject({ status: 403 })
})

test('where the App was uninstalled it is unknown, and so are its tokens', async () => {
  const id = github.installationOf('acme') ?? 0
  const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: id })
  expect(await statusOf(data.token)).toBe(200)
  github.uninstall('acme')
  expect(await statusOf(data.token)).toBe(401)
  await expect(app.rest.apps.getRepoInstallation(acme)).rejects.toMatchObject({ status: 404 })
})

test('the API is there with and without the prefix of an Enterprise Server', async () => {
  for (const base of [github.apiUrl, github.origin]) {
    const answer = await fetch(`${base}/rate_limit`)
    expect(answer.status).toBe(200)
  }
})

/** How a pull request is answered to somebody with that token. */
async function statusOf(token: string | null): Promise<number> {
  const headers: Record<string, string> = token === null ? {} : { authorization: `token ${token}` }
  const { status } = await fetch(`${github.apiUrl}/repos/acme/etl/pulls/42`, { headers })
  return status
}
