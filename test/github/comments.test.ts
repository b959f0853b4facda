import { test as base, expect, vi } from 'vitest'
import { createLog } from '../../src/cli/create-log.ts'
import { startGitHub } from '../../src/demo/github/index.ts'
import { UnclearCommentError } from '../../src/github/unclear-comment-error.ts'
import { connectGitHub } from '../../src/server/connect-github.ts'
import { aMerge } from '../fixtures/a-merge.ts'

const test = base.extend('world', async ({ task: _ }, { onCleanup }) => {
  const github = await startGitHub()
  onCleanup(() => github.close())
  const { number } = github.addPullRequest({ repository: 'acme/etl', title: 'Fix', body: '' })
  const { readOwner, comments } = await connectGitHub(
    {
      appId: String(github.appId),
      privateKey: github.privateKey,
      webhookSecret: github.webhookSecret,
      apiUrl: github.apiUrl,
    },
    createLog({ level: 'silent', format: 'json' }),
  )
  const installationId = String(github.installationOf(github.owner))
  return { github, number, readOwner, comments: await comments(aMerge({ number, installationId })) }
})

const creation = { method: 'POST', path: /\/comments$/ }

test('a comment is written, found by its beginning, and edited', async ({ world }) => {
  const { comments, github, number } = world
  expect(await comments.find('<!-- ours')).toBe(null)
  const id = await comments.create('<!-- ours --> first')
  expect(await comments.find('<!-- ours')).toBe(id)
  await comments.update(id, '<!-- ours --> second')
  expect(github.comments('acme/etl', number).map(({ body }) => body)).toEqual(['<!-- ours --> second'])
})

test.for([
  ['an error of the server', { status: 502, body: { message: 'Server Error' } }],
  ['an answer that says nothing', { status: 201, body: {} }],
  ['a lost connection', 'reset'],
] as const)('after %s the comment may be there, and is not written again', async ([, answer], { world }) => {
  const { comments, github, number } = world
  github.faults.add({ ...creation, when: 'after-acting', answer })
  await expect(comments.create('text')).rejects.toThrow(UnclearCommentError)
  expect(github.comments('acme/etl', number)).toHaveLength(1)
})

test('a refusal is clear', async ({ world: { comments, github } }) => {
  github.faults.add({ ...creation, answer: { status: 422, body: { message: 'Validation Failed' } } })
  await expect(comments.create('text')).rejects.toMatchObject({ status: 422 })
})

function impatiently() {
  const { timeout } = AbortSignal
  return vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 100))
}

test('a comment of which GitHub never says whether it is there is not awaited for ever', async ({
  world: { comments, github },
}) => {
  const asked = impatiently()
  github.faults.add({ ...creation, answer: 'hang' })
  await expect(comments.create('text')).rejects.toThrow(UnclearCommentError)
  expect(asked).toHaveBeenCalledWith(15_000)
  asked.mockRestore()
})

test('a token that never comes is asked for again', async ({ world: { comments, github, number } }) => {
  const asked = impatiently()
  github.faults.add({ path: /\/access_tokens$/, times: 1, answer: 'hang' })
  await comments.create('text')
  expect(github.comments('acme/etl', number)).toHaveLength(1)
  asked.mockRestore()
})

test('an App of an account is served for its repositories, one of an enterprise has none of its own', async ({
  world: { github, readOwner },
}) => {
  const enterprise = { id: 77, slug: 'acme-corp', name: 'Acme Corporation', node_id: 'E_1' }
  github.faults.add({ path: '/app', answer: { status: 200, body: { id: 1, owner: enterprise } } })
  expect(await readOwner()).toEqual({ id: null, login: 'acme-corp' })
})
