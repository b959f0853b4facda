import { describe, expect } from 'vitest'
import { settingsPath } from '../../../src/github/index.ts'
import { settingsFileSchema } from '../../../src/resume/index.ts'
import { notAccessible, test } from './reading.ts'

test('the file on the branch that was merged into is what holds', async ({ reading }) => {
  const { github, read, asked } = reading
  github.setFile('acme/etl', settingsPath, 'comment: never')
  expect(await read()).toMatchObject({
    kind: 'valid',
    settings: { comment: 'never' },
    file: {
      repository: 'acme/etl',
      path: '.github/resume-on-merge.yml',
      ref: 'main',
      url: `${github.origin}/acme/etl/blob/main/.github/resume-on-merge.yml`,
    },
  })
  expect(asked()).toContain('acme/etl@main → 200')
})

test.for([
  ['release/1.x', 'release/1.x'],
  ['fix/#42?a=b&c', 'fix/%2342%3Fa%3Db%26c'],
  ['été+100%', '%C3%A9t%C3%A9%2B100%25'],
  ['a..b@{1}', 'a..b%40%7B1%7D'],
] as const)('a branch may be called %s', async ([baseBranch, inUrl], { reading }) => {
  const { github, read } = reading
  github.setFile('acme/etl', settingsPath, 'comment: never', baseBranch)
  github.setFile('acme/etl', settingsPath, 'comment: always')
  const found = await read({ baseBranch })
  expect(found).toMatchObject({
    kind: 'valid',
    settings: { comment: 'never' },
    file: { ref: baseBranch, url: `${github.origin}/acme/etl/blob/${inUrl}/.github/resume-on-merge.yml` },
  })
  if (found.kind === 'valid') expect(settingsFileSchema.parse(found.file)).toEqual(found.file)
})

test('where that branch is gone, the file on the default branch holds', async ({ reading }) => {
  const { github, read, asked, merge } = reading
  github.setFile('acme/etl', settingsPath, 'comment: never')
  const { repository } = merge
  const renamed = { repository: { ...repository, defaultBranch: 'master' } }
  expect(await read({ baseBranch: 'gone', ...renamed })).toMatchObject({
    kind: 'valid',
    settings: { comment: 'never' },
    file: { ref: null, url: `${github.origin}/acme/etl/blob/HEAD/.github/resume-on-merge.yml` },
  })
  expect(asked()).toEqual(expect.arrayContaining(['acme/etl@gone → 404', 'acme/etl@ → 200']))
})

describe("where a repository says nothing, its owner's repository .github does", () => {
  test('on its default branch, whatever its name', async ({ reading }) => {
    const { github, read, asked } = reading
    github.addRepository({ name: 'acme/.github', defaultBranch: 'trunk' })
    github.setFile('acme/.github', settingsPath, 'comment: never')
    expect(await read()).toMatchObject({
      kind: 'valid',
      settings: { comment: 'never' },
      file: {
        repository: 'acme/.github',
        ref: null,
        url: `${github.origin}/acme/.github/blob/HEAD/.github/resume-on-merge.yml`,
      },
    })
    expect(asked().toSorted()).toEqual(['acme/.github@ → 200', 'acme/etl@main → 404'])
  })

  test('also where the branch is gone', async ({ reading }) => {
    const { github, read, asked } = reading
    github.setFile('acme/.github', settingsPath, 'comment: never')
    expect(await read({ baseBranch: 'gone' })).toMatchObject({
      kind: 'valid',
      file: { repository: 'acme/.github' },
    })
    expect(asked().toSorted()).toEqual(['acme/.github@ → 200', 'acme/etl@ → 404', 'acme/etl@gone → 404'])
  })

  test('but not where the repository has a file, even an empty one', async ({ reading }) => {
    const { github, read } = reading
    github.setFile('acme/.github', settingsPath, 'comment: never')
    github.setFile('acme/etl', settingsPath, '')
    expect(await read()).toMatchObject({ kind: 'valid', settings: { comment: 'always' } })
  })

  test('with its problems told as those of its file', async ({ reading }) => {
    const { github, read } = reading
    github.setFile('acme/.github', settingsPath, 'comment: 1')
    expect(await read()).toMatchObject({ kind: 'invalid', file: { repository: 'acme/.github' } })
  })
})

describe('nobody says anything', () => {
  test('where there is no repository .github', async ({ reading }) => {
    expect(await reading.read()).toEqual({ kind: 'absent' })
  })

  test('where it has no such file', async ({ reading }) => {
    reading.github.addRepository({ name: 'acme/.github' })
    expect(await reading.read()).toEqual({ kind: 'absent' })
  })

  test('where the App is not installed on it', async ({ reading }) => {
    reading.github.addRepository({ name: 'acme/.github', installed: false })
    reading.github.setFile('acme/.github', settingsPath, 'comment: never')
    expect(await reading.read()).toEqual({ kind: 'absent' })
  })

  test('where the App may not read its file', async ({ reading }) => {
    reading.github.faults.add({ path: /acme\/\.github\//, answer: notAccessible })
    expect(await reading.read()).toEqual({ kind: 'absent' })
  })
})

describe('what is no file is a problem', () => {
  test.for([
    ['a directory', `${settingsPath}/settings.yml`, 'text'],
    ['a symlink', settingsPath, { symlink: 'nowhere.yml' }],
    ['a submodule', settingsPath, { submodule: 'a'.repeat(40) }],
  ] as const)('%s', async ([what, path, entry], { reading }) => {
    reading.github.setFile('acme/etl', path, entry)
    expect(await reading.read()).toMatchObject({
      kind: 'invalid',
      file: { repository: 'acme/etl' },
      problems: [{ line: 1, column: 1, key: '', problem: `is ${what}`, allowed: 'a file' }],
    })
  })

  test('a thing that nobody knows', async ({ reading }) => {
    reading.github.faults.add({ path: /\/contents\//, answer: { status: 200, body: { type: 'hologram' } } })
    expect(await reading.read()).toMatchObject({ problems: [{ problem: 'is a thing of another kind' }] })
  })

  test('but a file that comes as bytes is a file', async ({ reading }) => {
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = { status: 200, text: 'branches: été', headers }
    reading.github.faults.add({ path: /\/contents\//, answer })
    expect(await reading.read()).toMatchObject({ kind: 'valid', settings: { branches: ['été'] } })
  })

  test('but a link to a file is that file', async ({ reading }) => {
    reading.github.setFile('acme/etl', settingsPath, { symlink: '../settings.yml' })
    reading.github.setFile('acme/etl', 'settings.yml', 'comment: never')
    expect(await reading.read()).toMatchObject({ kind: 'valid', settings: { comment: 'never' } })
  })
})

describe('what is known is not sent again', () => {
  test('while the file is the same, but as soon as it changes', async ({ reading }) => {
    const { github, read, asked } = reading
    github.setFile('acme/etl', settingsPath, 'comment: never')
    const first = await read()
    expect(await read()).toEqual(first)
    github.setFile('acme/etl', settingsPath, 'comment: on-failure')
    expect(await read()).toMatchObject({ settings: { comment: 'on-failure' } })
    github.setFile('acme/etl', settingsPath, null)
    expect(await read()).toEqual({ kind: 'absent' })
    expect(asked()).toEqual([
      'acme/.github@ → 404',
      'acme/etl@main → 200',
      'acme/etl@main → 304',
      'acme/etl@main → 200',
      'acme/etl@main → 404',
      'acme/.github@ → 404',
    ])
  })

  test('nor is what is wrong', async ({ reading }) => {
    const { github, read, asked } = reading
    github.setFile('acme/.github', settingsPath, 'comment: [')
    const first = await read()
    expect(first).toMatchObject({ kind: 'unparsable' })
    expect(await read()).toEqual(first)
    expect(asked()).toContain('acme/.github@ → 304')
  })

  test('under names that stay when repositories and owners change theirs', async ({ reading }) => {
    const { github, read, memory } = reading
    github.setFile('acme/.github', settingsPath, 'comment: never')
    await read({ baseBranch: 'gone' })
    await read()
    expect([...memory.known.keys()].toSorted()).toEqual([
      'owner 77',
      'repository 1001',
      'repository 1001 main',
    ])
  })

  test('of a file that is too large no more than shows it', async ({ reading }) => {
    const { github, read, memory } = reading
    github.setFile('acme/etl', settingsPath, '#'.repeat(1_000_000))
    expect(await read()).toMatchObject({ kind: 'invalid', problems: [{ problem: 'is too large' }] })
    expect(memory.known.get('repository 1001 main')?.text?.length).toBe(65_537)
    expect(await read()).toMatchObject({ kind: 'invalid', problems: [{ problem: 'is too large' }] })
  })
})

test('a delivery that names no installation is not read for', async ({ reading }) => {
  expect(await reading.read({ installationId: null })).toEqual({
    kind: 'unreadable',
    problem: 'Without an installation of the App, .github/resume-on-merge.yml cannot be read.',
  })
  expect(reading.asked()).toEqual([])
})
