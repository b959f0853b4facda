import { describe, expect, test } from 'vitest'
import { parseRepositorySettings } from '../../../src/github/repository-settings/index.ts'
import { defaultRepositorySettings, type RepositorySettings } from '../../../src/resume/index.ts'
import { aFile } from './a-file.ts'

const parse = (text: string) => parseRepositorySettings(text, aFile)

const milliseconds = { hour: 3_600_000, day: 86_400_000 }

describe('a file that says nothing means the defaults', () => {
  test.for(['', '\n', '# only a comment\n', '---\n', '\uFEFF', '{}', 'null'])('%j', (text) => {
    expect(parse(text)).toEqual({ kind: 'valid', settings: defaultRepositorySettings, file: aFile })
  })
})

describe('what a file says is meant', () => {
  test.for<[text: string, means: Partial<RepositorySettings>]>([
    ['enabled: false', { enabled: false }],
    ['branches: main', { branches: ['main'] }],
    ['branches: [main, release/*, "**"]', { branches: ['main', 'release/*', '**'] }],
    ['branches:\n- feature/c++\n- été\n', { branches: ['feature/c++', 'été'] }],
    ['labels: {}', {}],
    ['labels: { skip: no-resume }', { labels: { skip: ['no-resume'], require: [] } }],
    [
      'labels:\n  require: [Data Repair, "2026"]\n',
      { labels: { skip: [], require: ['Data Repair', '2026'] } },
    ],
    ['labels: { skip: [], require: [] }', {}],
    ['states: failed', { states: new Set(['FAILED']) }],
    ['states: [Crashed, CANCELLED, crashed]', { states: new Set(['CRASHED', 'CANCELLED']) }],
    ['deployments: "*/prod"', { deployments: ['*/prod'] }],
    ['deployments: [daily etl/prod, etl-*/*]', { deployments: ['daily etl/prod', 'etl-*/*'] }],
    ['comment: on-failure', { comment: 'on-failure' }],
    ['comment: never', { comment: 'never' }],
    ['follow: false', { follow: false }],
    ['follow: true', {}],
    ['follow: 2h', { follow: 2 * milliseconds.hour }],
    ['follow: "3d"', { follow: 3 * milliseconds.day }],
    [
      'branches: &all ["**"]\nlabels: { skip: *all }',
      { branches: ['**'], labels: { skip: ['**'], require: [] } },
    ],
    ['--- # the one document\nenabled: false\n...\n', { enabled: false }],
    ['{ "enabled": false, "branches": ["main"] }', { enabled: false, branches: ['main'] }],
  ])('%j', ([text, means]) => {
    expect(parse(text)).toEqual({
      kind: 'valid',
      settings: { ...defaultRepositorySettings, ...means },
      file: aFile,
    })
  })
})

test('a file of 64 KB is read, one byte more is too much', () => {
  const comment = '#'.repeat(65_536 - Buffer.byteLength('\nenabled: false'))
  expect(parse(`${comment}\nenabled: false`)).toMatchObject({ kind: 'valid', settings: { enabled: false } })
  expect(parse(`${comment}#\nenabled: false`)).toEqual({
    kind: 'invalid',
    file: aFile,
    problems: [{ line: 1, column: 1, key: '', problem: 'is too large', allowed: 'at most 64 KB' }],
  })
})

test('aliases of aliases do not grow', () => {
  const levels = Array.from({ length: 30 }, (_, level) => `  - &a${level + 1} [*a${level}, *a${level}]`)
  const reading = parse(['branches:', '  - &a0 [x, x]', ...levels].join('\n'))
  expect(reading).toMatchObject({ kind: 'invalid', problems: { length: 10 } })
})
