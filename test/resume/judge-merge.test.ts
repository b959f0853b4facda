import { expect, test } from 'vitest'
import { defaultRepositorySettings, type Merge, type RepositorySettings } from '../../src/resume/index.ts'
import { judgeMerge } from '../../src/resume/judge-merge.ts'
import { aMerge } from '../fixtures/a-merge.ts'

const file = {
  repository: 'acme/etl',
  path: '.github/resume-on-merge.yml',
  ref: 'main',
  url: 'https://x.test',
}
const labelled = (...labels: string[]): Partial<Merge> => ({ labels })
const acts = { kind: 'acts', comment: 'always' }
const skipped = (because: string, detail: string) => ({ kind: 'skipped', because, detail })

test.each<[string, Partial<RepositorySettings>, Partial<Merge>, object]>([
  ['nothing is said', {}, {}, acts],
  ['the repository turned it off', { enabled: false }, {}, skipped('disabled', 'enabled: false')],
  [
    'the branch is one of those named',
    { branches: ['main', 'release/*'] },
    { baseBranch: 'release/1' },
    acts,
  ],
  ['the branch is none of those named', { branches: ['release/*'] }, {}, skipped('branch', 'main')],
  ['branches are other ones in other case', { branches: ['Main'] }, {}, skipped('branch', 'main')],
  [
    'a label is to be skipped',
    { labels: { skip: ['No-Resume'], require: [] } },
    labelled('x', 'no-resume'),
    skipped('label', 'No-Resume'),
  ],
  ['no label is to be skipped', { labels: { skip: ['no-resume'], require: [] } }, labelled('fix'), acts],
  ['a label is required, and there', { labels: { skip: [], require: ['a', 'Fix'] } }, labelled('fix'), acts],
  [
    'a label is required, and missing',
    { labels: { skip: [], require: ['a', 'b'] } },
    labelled('c'),
    skipped('label-missing', 'a, b'),
  ],
  [
    'a label that is required and one to be skipped are there',
    { labels: { skip: ['wip'], require: ['fix'] } },
    labelled('fix', 'wip'),
    skipped('label', 'wip'),
  ],
  ['the comment is not wanted', { comment: 'never' }, {}, { kind: 'acts', comment: 'never' }],
])('a merge is judged when %s', (_name, settings, merge, standing) => {
  const whole = { ...defaultRepositorySettings, ...settings }
  const judged = judgeMerge(aMerge(merge), { kind: 'valid', settings: whole, file })
  expect(judged).toEqual({ standing, settings: standing === acts || 'comment' in standing ? whole : null })
})

test('without a file the defaults hold', () => {
  expect(judgeMerge(aMerge(), { kind: 'absent' })).toEqual({
    standing: acts,
    settings: defaultRepositorySettings,
  })
})

test.each(['unparsable', 'invalid'] as const)('nothing is resumed by guess where the file is %s', (kind) => {
  const problems = [{ line: 1, column: 1, key: 'enabld', problem: 'is no setting', allowed: 'enabled' }]
  expect(judgeMerge(aMerge(), { kind, file, problems })).toEqual({
    standing: { kind: 'settings-wrong', file, problems },
    settings: null,
  })
})
