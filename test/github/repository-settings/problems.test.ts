import { describe, expect, test } from 'vitest'
import { parseRepositorySettings } from '../../../src/github/repository-settings/index.ts'
import { settingsProblemSchema } from '../../../src/resume/index.ts'
import { aFile } from './a-file.ts'

const settings = 'enabled, branches, labels, states, deployments, comment, follow'
const branches =
  '1 to 50 globs over branch names, such as main or release/*; the only wildcards are ? and, up to three times, * or **'
const deployments =
  '1 to 50 globs over flow/deployment, such as daily-etl/prod or */prod; the only wildcards are ? and, up to three times, * or **'
const labels = 'names of labels (at most 50, in quotes where YAML takes them for something else)'
const states = 'one or more of FAILED, CRASHED, CANCELLED'
const follow = 'true, false or a whole number with s, m, h or d, such as 90s, 15m, 24h or 3d (at most 365d)'
const mapping = 'a mapping of settings, such as `branches: main`'
const star = 'quotes around a text that begins with *'

/** `line:column key`, what is wrong, what is allowed. */
type Told = [place: string, problem: string, allowed: string]

function tell(text: string, kind: 'unparsable' | 'invalid'): Told[] {
  const reading = parseRepositorySettings(text, aFile)
  if (reading.kind !== kind) throw new Error(`${reading.kind}, not ${kind}`)
  return reading.problems.map((problem) => {
    settingsProblemSchema.parse(problem)
    const { line, column, key } = problem
    return [`${line}:${column}${key && ` ${key}`}`, problem.problem, problem.allowed]
  })
}

describe('a setting that cannot be is told with its place and what can be', () => {
  test.for<[text: string, told: Told]>([
    ['enabled: yes', ['1:10 enabled', 'is "yes"', 'true or false']],
    ['\n  enabled: 1', ['2:12 enabled', 'is 1', 'true or false']],
    ['enabled:', ['1:1 enabled', 'has no value', 'true or false']],
    ['enabled: ~', ['1:10 enabled', 'has no value', 'true or false']],
    ['enabled: [true]', ['1:10 enabled', 'is a list of 1', 'true or false']],
    ['enabled: !!str true', ['1:16 enabled', 'is "true"', 'true or false']],
    ['%YAML 1.1\n---\nenabled: yes', ['3:10 enabled', 'is "yes"', 'true or false']],
    ['branches: []', ['1:11 branches', 'is an empty list', branches]],
    ['branches: ""', ['1:11 branches', 'is an empty text', branches]],
    ['branches: {a: b}', ['1:11 branches', 'is a mapping', branches]],
    ['branches:\n  - main\n  - 5', ['3:5 branches[1]', 'is 5', branches]],
    ['branches:\n  - main\n  -', ['3:4 branches[1]', 'has no value', branches]],
    ['branches: "a*b*c*d*"', ['1:11 branches', 'is "a*b*c*d*"', branches]],
    ['branches: "a***"', ['1:11 branches', 'is "a***"', branches]],
    ['branches: "{main,dev}"', ['1:11 branches', 'is "{main,dev}"', branches]],
    ['branches: [main, "!dev"]', ['1:18 branches[1]', 'is "!dev"', branches]],
    ['branches: "+(a|b)"', ['1:11 branches', 'is "+(a|b)"', branches]],
    ['branches: "[a-z]"', ['1:11 branches', 'is "[a-z]"', branches]],
    ['branches: "a\\nb"', ['1:11 branches', 'is "a\\nb"', branches]],
    [`branches: ${'x'.repeat(201)}`, ['1:11 branches', `is "${'x'.repeat(40)}…"`, branches]],
    [`branches: [${'a, '.repeat(51)}]`, ['1:11 branches', 'is a list of 51', branches]],
    ['labels: no-resume', ['1:9 labels', 'is "no-resume"', 'skip and require, each with names of labels']],
    ['labels:', ['1:1 labels', 'has no value', 'skip and require, each with names of labels']],
    ['labels:\n  skip: [wip, 2026]', ['2:15 labels.skip[1]', 'is 2026', labels]],
    ['labels: { require: true }', ['1:20 labels.require', 'is true', labels]],
    ['labels: { skip: [""] }', ['1:18 labels.skip[0]', 'is an empty text', labels]],
    ['states: RUNNING', ['1:9 states', 'is "RUNNING"', states]],
    ['states: [FAILED, late]', ['1:18 states[1]', 'is "late"', states]],
    ['states: []', ['1:9 states', 'is an empty list', states]],
    ['deployments: prod', ['1:14 deployments', 'is "prod"', deployments]],
    ['deployments: ["*/prod", a/b/c]', ['1:25 deployments[1]', 'is "a/b/c"', deployments]],
    ['comment: Always', ['1:10 comment', 'is "Always"', 'always, on-failure or never']],
    ['comment: false', ['1:10 comment', 'is false', 'always, on-failure or never']],
    ['follow: 90', ['1:9 follow', 'is 90', follow]],
    ['follow: 0s', ['1:9 follow', 'is "0s"', follow]],
    ['follow: 2 h', ['1:9 follow', 'is "2 h"', follow]],
    ['follow: 366d', ['1:9 follow', 'is "366d"', follow]],
  ])('%j', ([text, told]) => {
    expect(tell(text, 'invalid')).toEqual([told])
  })
})

describe('a key that is no setting is told, with the one that may have been meant', () => {
  test.for<[text: string, place: string, problem: string, allowed?: string]>([
    ['branch: main', '1:1 branch', 'is no setting; did you mean branches?'],
    ['lables: {}', '1:1 lables', 'is no setting; did you mean labels?'],
    ['Enabled: true', '1:1 Enabled', 'is no setting; did you mean enabled?'],
    ['comments: never', '1:1 comments', 'is no setting; did you mean comment?'],
    ['enabled: true\ntimeout: 5', '2:1 timeout', 'is no setting'],
    ['labels:\n  skipp: a', '2:3 labels.skipp', 'is no setting; did you mean skip?', 'skip, require'],
    ['labels: { enabled: true }', '1:11 labels.enabled', 'is no setting', 'skip, require'],
    ['5: a', '1:1 5', 'is no setting'],
    [': a', '1:1 ?', 'is no setting'],
    ['? [a, b]\n: c', '1:3 ?', 'is no setting'],
    ['<<: { enabled: false }', '1:1 <<', 'is no setting'],
    ['__proto__: { enabled: false }', '1:1 __proto__', 'is no setting'],
    ['constructor: a', '1:1 constructor', 'is no setting'],
    [`${'long'.repeat(50)}: a`, `1:1 ${'long'.repeat(15)}…`, 'is no setting'],
  ])('%j', ([text, place, problem, allowed = settings]) => {
    expect(tell(text, 'invalid')).toEqual([[place, problem, allowed]])
  })
})

describe('a document of another kind is no settings', () => {
  test.for<[text: string, told: Told]>([
    ['- enabled', ['1:1', 'is a list of 1', mapping]],
    ['enabled true', ['1:1', 'is "enabled true"', mapping]],
    ['# settings\n\n5', ['3:1', 'is 5', mapping]],
    [
      'enabled: true\n---\nenabled: false',
      ['2:1', 'holds a second document', 'one document, without --- after it'],
    ],
    ['enabled: true\nenabled: true', ['2:1 enabled', 'is there twice', 'each setting once']],
    ['labels: { skip: a, "skip": a }', ['1:20 labels.skip', 'is there twice', 'each setting once']],
    ['branches: [*/x]', ['1:12 branches[0]', 'refers to "*/x", which is not there', star]],
    ['branches: &a [main, *a]', ['1:21 branches[1]', 'refers to "*a", which is not there', star]],
    [
      `enabled: true\n# deep\nlabels: ${'{a: '.repeat(50)}`,
      ['3:161', 'is nested too deeply', 'settings, and lists of texts'],
    ],
    ['['.repeat(100), ['1:40', 'is nested too deeply', 'settings, and lists of texts']],
  ])('%j', ([text, told]) => {
    expect(tell(text, 'invalid')).toContainEqual(told)
  })
})

describe('what is no YAML is told with what to do', () => {
  test.for<[text: string, place: string, problem: string, allowed: string]>([
    ['\tenabled: true', '1:1', 'Tabs are not allowed as indentation', 'spaces at the beginning of a line'],
    ['branches: *', '1:11', 'Alias cannot be an empty string', star],
    ['branches: !main', '1:11', 'Unresolved tag: !main', 'quotes around a text that begins with !'],
    [
      'branches: @main',
      '1:11',
      'Plain value cannot start with reserved character @',
      'quotes around a text that begins with this character',
    ],
    [
      'labels: skip: wip',
      '1:9',
      'Nested mappings are not allowed in compact mappings',
      'one setting a line, and quotes around a text with a colon',
    ],
    [
      'labels:\n  skip: a\n require: b',
      '3:1',
      'All mapping items must start at the same column',
      'the settings of one level below each other',
    ],
    ['branches: "main', '1:16', 'Missing closing "quote', 'YAML 1.2'],
    [
      'branches: [main',
      '1:16',
      'Flow sequence in block collection must be sufficiently indented and end with a ]',
      'the settings of one level below each other',
    ],
  ])('%j', ([text, place, problem, allowed]) => {
    expect(tell(text, 'unparsable')[0]).toEqual([place, `is no YAML: ${problem}`, allowed])
  })
})

test('all problems are told at once, in the order of the file', () => {
  const text = 'comment: sometimes\nfollow: 5\nlabels:\n  skip: [1, a, 2]\nenabled: no\nbranch: main'
  expect(tell(text, 'invalid').map(([place]) => place)).toEqual([
    '1:10 comment',
    '2:9 follow',
    '4:10 labels.skip[0]',
    '4:16 labels.skip[2]',
    '5:10 enabled',
    '6:1 branch',
  ])
})

test('of many problems the first ten are told', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `key${index}: 1\n`)
  expect(tell(keys.join(''), 'invalid').map(([place]) => place)).toEqual(
    Array.from({ length: 10 }, (_, index) => `${index + 1}:1 key${index}`),
  )
})

test('lines count whether they end as on Windows or not', () => {
  expect(tell('\uFEFFcomment: 1\r\n# more\r\nfollow: 1\r\n', 'invalid').map(([place]) => place)).toEqual([
    '1:10 comment',
    '3:9 follow',
  ])
})
