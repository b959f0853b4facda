import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings/index.ts'
import { complete, errorOf, folderWith, privateKey, problemsOf, read } from './read.ts'

const hour = 3_600_000

test('without anything the program starts in set-up, with the defaults', () => {
  const folder = folderWith({})
  const settings = readSettings({ environment: {}, workingFolder: folder, isTerminal: true })
  expect(settings).toEqual({
    production: false,
    github: null,
    prefect: null,
    http: { host: 'localhost', port: 3000 },
    log: { level: 'info', format: 'pretty' },
    storage: { dataFolder: join(folder, 'data'), databaseUrl: null, maxPending: 10_000, keepFor: 720 * hour },
    resume: {
      allowedRepositories: null,
      allowedDeployments: null,
      within: 72 * hour,
      states: new Set(['FAILED', 'CRASHED']),
      followFor: 24 * hour,
      dryRun: false,
    },
    template: {
      path: join(import.meta.dirname, '../../templates/github.json.jinja'),
      source: expect.stringContaining('prefect.flow-run.'),
    },
    uiUrl: null,
    warnings: [],
  })
})

test('the address of the UI is known without the API: the tools for the desk need no more', () => {
  expect(read({ PREFECT_UI_URL: 'https://prefect.example.com/' }).uiUrl).toBe('https://prefect.example.com')
  expect(read({ PREFECT_API_URL: 'http://127.0.0.1:4200/api' }).uiUrl).toBe('http://127.0.0.1:4200')
})

test('everything that is set is read', () => {
  const { http, log, storage, resume, template } = read(
    {
      ...complete,
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'DEBUG',
      LOG_FORMAT: 'pretty',
      DATABASE_URL: 'postgres://app:pw@db/app',
      DATA_DIR: '/var/lib/app',
      MAX_PENDING: '7',
      KEEP_FOR: '90d',
      ALLOWED_REPOSITORIES: ' acme/* , example/etl ',
      ALLOWED_DEPLOYMENTS: 'my flow/prod-*',
      RESUME_WITHIN: '90s',
      RESUME_STATES: 'crashed, CANCELLED',
      FOLLOW_FOR: '15m',
      DRY_RUN: '1',
      WEBHOOK_TEMPLATE: 'own.jinja',
      RESUME_BY: 'api',
      EMIT_EVENTS: 'False',
    },
    { 'own.jinja': '{}' },
  )
  expect(http).toEqual({ host: '0.0.0.0', port: 0 })
  expect(log).toEqual({ level: 'debug', format: 'pretty' })
  expect(storage).toEqual({
    dataFolder: '/var/lib/app',
    databaseUrl: 'postgres://app:pw@db/app',
    maxPending: 7,
    keepFor: 2160 * hour,
  })
  expect(resume).toEqual({
    allowedRepositories: ['acme/*', 'example/etl'],
    allowedDeployments: ['my flow/prod-*'],
    within: 90_000,
    states: new Set(['CRASHED', 'CANCELLED']),
    followFor: 900_000,
    dryRun: true,
  })
  expect(template.source).toBe('{}')
})

test.each([
  { NODE_ENV: 'production', isTerminal: true, format: 'json' },
  { NODE_ENV: 'development', isTerminal: true, format: 'pretty' },
  { NODE_ENV: '', isTerminal: false, format: 'json' },
])('logs are for whoever reads them: %o', ({ NODE_ENV, isTerminal, format }) => {
  const settings = readSettings({ environment: { NODE_ENV }, workingFolder: folderWith({}), isTerminal })
  expect(settings.log.format).toBe(format)
})

test('the environment wins over .env, which adds to it', () => {
  const { http } = read({ PORT: '4000' }, { '.env': 'PORT=5000\nHOST="0.0.0.0"\n' })
  expect(http).toEqual({ host: '0.0.0.0', port: 4000 })
})

test('a key may stand in .env over several lines', () => {
  const { PRIVATE_KEY, ...rest } = complete
  expect(read(rest, { '.env': `PRIVATE_KEY="${PRIVATE_KEY}"\n` }).github).not.toBeNull()
})

test('variables of others are left alone', () => {
  expect(
    read({ ...complete, PREFECT_LOGGING_LEVEL: 'DEBUG', PREFECT_HOME: '/x', REDIS_URL: 'x' }).warnings,
  ).toEqual([])
})

test('an empty variable counts as one that is not set', () => {
  const { PREFECT_API_KEY, PORT } = { PREFECT_API_KEY: '', PORT: '' }
  const settings = read({ ...complete, PREFECT_API_KEY, PORT })
  expect(settings.http.port).toBe(3000)
  expect(settings.prefect?.credentials).toEqual({ kind: 'none' })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_FORMAT', 'xml'],
  ['MAX_PENDING', '0'],
  ['DATABASE_URL', 'mysql://db/app'],
  ['ALLOWED_REPOSITORIES', 'acme'],
  ['ALLOWED_REPOSITORIES', ','],
  ['ALLOWED_DEPLOYMENTS', '*'],
  ['RESUME_WITHIN', '3'],
  ['RESUME_WITHIN', '3 days'],
  ['FOLLOW_FOR', '0s'],
  ['KEEP_FOR', 'ever'],
  ['KEEP_FOR', '1h'],
  ['FOLLOW_FOR', '999999999999d'],
  ['RESUME_STATES', 'FAILED,RUNNING'],
  ['DRY_RUN', 'maybe'],
  ['WEBHOOK_TEMPLATE', 'absent.jinja'],
  ['APP_ID', 'Iv1.abcdef'],
  ['GHE_HOST', 'https://github.example.com'],
  ['GHE_PROTOCOL', 'ftp'],
])('%s=%s stops the start, and says what is expected', (variable, value) => {
  expect(problemsOf({ ...complete, [variable]: value })).toEqual([
    { variable, problem: expect.stringMatching(/./), expected: expect.stringMatching(/./) },
  ])
})

test.each([
  ['PREFECT_WORKSPACES', 'workspaces.yml'],
  ['WEBHOOKS', 'webhooks.yml'],
  ['PREFECT_PROFILE', 'prod'],
  ['PREFECT_PROFILES_PATH', '/root/.prefect/profiles.toml'],
  ['EMIT_EVENTS', 'true'],
  ['RESUME_BY', 'automation'],
  ['WEBHOOK_PROXY_URL', 'https://smee.io/abc'],
])('%s=%s is not ignored while nothing serves it', (variable, value) => {
  expect(problemsOf({ ...complete, [variable]: value })).toMatchObject([{ variable }])
})

test.each([
  [{ KEEP_FOR: '71h' }, 'is shorter than RESUME_WITHIN'],
  [{ KEEP_FOR: '5d', RESUME_WITHIN: '6d' }, 'is shorter than RESUME_WITHIN'],
  [{ RESUME_WITHIN: '60d' }, 'is not set, and its default is shorter than RESUME_WITHIN'],
  [{ KEEP_FOR: '5d', FOLLOW_FOR: '6d' }, 'is shorter than FOLLOW_FOR'],
  [{ KEEP_FOR: '2d', RESUME_WITHIN: '1d' }, 'is shorter than the time for which GitHub delivers again'],
  [
    { KEEP_FOR: '6d', GHE_HOST: 'github.example.com' },
    'is shorter than the time for which GitHub delivers again',
  ],
])('what could come back is not forgotten before: %o stops the start', (environment, problem) => {
  expect(problemsOf({ ...complete, ...environment })).toEqual([
    {
      variable: 'KEEP_FOR',
      problem,
      expected: expect.stringContaining('at least RESUME_WITHIN, FOLLOW_FOR'),
    },
  ])
})

test.each([
  { KEEP_FOR: '3d' },
  { KEEP_FOR: '7d', GHE_HOST: 'github.example.com' },
  { KEEP_FOR: '3d', GHE_HOST: 'tenant.ghe.com' },
  { KEEP_FOR: '60d', RESUME_WITHIN: '60d', FOLLOW_FOR: '60d' },
])('finished work may be remembered for as long as it can come back: %o', (environment) => {
  expect(read({ ...complete, ...environment }).warnings).toEqual([])
})

test('all problems are told together, readable, and without a secret', () => {
  const secrets = {
    PRIVATE_KEY: `no key: ${privateKey.slice(40, 80)}`,
    WEBHOOK_SECRET: 'tiny-hook-word',
    PREFECT_API_KEY: 'pnu_123456',
    PREFECT_CLIENT_CUSTOM_HEADERS: '{"CF-Access": 12345678}',
    PREFECT_API_URL: 'http://admin:letmein@prefect:4200/api',
    DATABASE_URL: 'mysql://app:hunter2@db/app',
  }
  const error = errorOf({ ...secrets, APP_ID: '1', NODE_ENV: 'production', PORT: 'x', FOLLOW_FOR: 'long' })
  expect(error.problems.map(({ variable }) => variable).toSorted()).toEqual([
    'DATABASE_URL',
    'FOLLOW_FOR',
    'PORT',
    'PREFECT_API_URL',
    'PREFECT_CLIENT_CUSTOM_HEADERS',
    'PRIVATE_KEY',
    'WEBHOOK_SECRET',
  ])
  expect(error.message).toContain('\n  - FOLLOW_FOR is "long"; expected: a whole number with s, m, h or d')
  for (const value of [...Object.values(secrets), 'letmein', 'hunter2', '12345678']) {
    expect(error.message).not.toContain(value)
  }
})
