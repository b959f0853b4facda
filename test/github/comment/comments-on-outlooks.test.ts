import { expect, test } from 'vitest'
import { renderComment } from '../../../src/github/comment/index.ts'
import type { CodeSource, RunReport, Warning } from '../../../src/resume/index.ts'
import { later, merge, outlook, pageOf, report, run, state, taken } from './reports.ts'

/** How a run stands that a worker took up. */
const ended = (type: string, more = {}): Partial<RunReport> => {
  const now = later(type, more)
  return { now, history: [...taken, now] }
}
const late = later('SCHEDULED', { name: 'Late' })
const boom = { message: 'ZeroDivisionError: division by zero' }
const code = (source: CodeSource, more = {}) => outlook({ code: source, ...more })
const image: CodeSource = { kind: 'image', image: 'registry.example/acme/etl:2026-11-19' }
const needsDeploy = code(image, { needsDeploy: true })
const laterRun = { id: 'f0', name: 'amber-lynx', url: pageOf('77aa0c1e-3f5e-4c39-9c0a-4a8f3d7b2e10') }
const warned = (...warnings: Warning[]) => run({ outlook: outlook({ warnings }) })
const race = state('RUNNING', { since: '2026-11-21T10:02:00.900Z' })

/** The file of the comment, and the run that it is about. */
const cases: [golden: string, run: RunReport][] = [
  ['needs-deploy', run({ outlook: needsDeploy })],
  ['needs-deploy-failed', run({ outlook: needsDeploy, ...ended('FAILED', boom) })],
  ['needs-deploy-completed', run({ outlook: needsDeploy, ...ended('COMPLETED') })],
  [
    'code-commit',
    run({
      outlook: code({
        kind: 'git',
        repository: 'https://github.com/acme/etl',
        branch: null,
        commit: 'abc1234def',
      }),
    }),
  ],
  [
    'code-default-branch',
    run({
      outlook: code({ kind: 'git', repository: 'https://github.com/acme/etl', branch: null, commit: null }),
    }),
  ],
  ['code-image', run({ outlook: code(image) })],
  ['code-path', run({ outlook: code({ kind: 'path', path: '/opt/flows' }) })],
  ['code-unknown', run({ outlook: code({ kind: 'unknown' }, { deployedAt: null }) })],
  ['outlook-unknown', run({ outlook: null })],
  ['tasks-again', run({ outlook: outlook({ tasksAgain: 3 }) })],
  ['later-run', run({ outlook: outlook({ laterRun }) })],
  ['started-by-run', run({ outlook: outlook({ startedByRun: true }) })],
  [
    'started-by-run-completed',
    run({ outlook: outlook({ startedByRun: true, laterRun }), ...ended('COMPLETED') }),
  ],
  [
    'everything-at-once',
    run({
      outcome: { kind: 'resumed', race },
      attempt: 2,
      outlook: outlook({
        code: image,
        needsDeploy: true,
        laterRun,
        tasksAgain: 1,
        startedByRun: true,
        warnings: [{ about: 'work-pool-paused', name: 'kubernetes' }],
      }),
    }),
  ],
  ['work-pool-paused', warned({ about: 'work-pool-paused', name: 'kubernetes' })],
  ['work-pool-deleted', warned({ about: 'work-pool-deleted', name: 'kubernetes' })],
  ['work-pool-full', warned({ about: 'work-pool-full', name: 'kubernetes' })],
  ['no-worker', warned({ about: 'no-worker', name: 'kubernetes' })],
  ['work-queue-paused', warned({ about: 'work-queue-paused', name: 'nightly', pool: 'kubernetes' })],
  ['work-queue-deleted', warned({ about: 'work-queue-deleted', name: null })],
  ['work-queue-full', warned({ about: 'work-queue-full', name: 'nightly', pool: 'kubernetes' })],
  ['work-queue-unasked', warned({ about: 'work-queue-unasked', name: 'nightly', pool: 'kubernetes' })],
  ['deployment-full', warned({ about: 'deployment-full' })],
  ['not-served', warned({ about: 'not-served' })],
  [
    'warned-twice',
    warned({ about: 'work-pool-paused', name: 'kubernetes' }, { about: 'no-worker', name: 'kubernetes' }),
  ],
]

test.each(cases)('the comment on %s is what its golden file shows', async (golden, only) => {
  await expect(renderComment(report([only]))).toMatchFileSnapshot(`../../golden/${golden}.md`)
})

test.each([
  ['scheduled', run()],
  ['needs-deploy', run({ outlook: needsDeploy })],
])('the comment on %s in a public repository is what its golden file shows', async (golden, only) => {
  const comment = renderComment(report([only], { merge: merge('public') }))
  await expect(comment).toMatchFileSnapshot(`../../golden/${golden}-public.md`)
})

test('once the run has moved, what might have kept it is no longer told', () => {
  const { outlook: hindered } = warned({ about: 'work-pool-paused', name: 'kubernetes' })
  expect(renderComment(report([run({ outlook: hindered, now: late })]))).toContain('is paused')
  expect(renderComment(report([run({ outlook: hindered, now: later('PENDING') })]))).not.toContain(
    'is paused',
  )
  expect(renderComment(report([run({ outlook: hindered, ...ended('FAILED') })]))).not.toContain('is paused')
})

test('names do nothing in the commands that people are to paste', () => {
  const of = (name: string) => renderComment(report([warned({ about: 'work-pool-paused', name })]))
  expect(of('my pool')).toContain("`prefect work-pool resume 'my pool'`")
  expect(of("x'; rm -rf ~ #")).toContain("`prefect work-pool resume 'x'\\''; rm -rf ~ #'`")
  expect(of('--help')).toContain('`prefect work-pool resume NAME`')
  expect(of('two\nlines')).toContain('`prefect work-pool resume NAME`')
})

test('only private repositories are shown where code and images lie', () => {
  const sources: CodeSource[] = [
    { kind: 'git', repository: 'hidden', branch: 'hidden', commit: 'hidden' },
    { kind: 'image', image: 'hidden' },
    { kind: 'path', path: 'hidden' },
  ]
  for (const source of sources) {
    const one = [run({ outlook: code(source, { needsDeploy: true }) })]
    expect(renderComment(report(one))).toContain('hidden')
    expect(renderComment(report(one, { merge: merge('internal') }))).not.toContain('hidden')
    expect(renderComment(report(one, { merge: merge('public') }))).not.toContain('hidden')
  }
})
