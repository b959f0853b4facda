import fc from 'fast-check'
import { describe, expect, test as plainTest } from 'vitest'
import { readQuestion } from '../../../src/cli/explain/question.ts'
import { renderText } from '../../../src/cli/explain/render-text.ts'
import { quoted, shown, toSafeJson } from '../../../src/cli/explain/untrusted.ts'
import { UsageError } from '../../../src/cli/usage-error.ts'
import type { LeftAlone } from '../../../src/resume/index.ts'
import { hostileText } from '../../github/comment/hostile.ts'
import { acts, aPlan, aPlannedRun, failed, later, pageOf, resumed, untouched } from './parts.ts'
import { guid, merge, runIds, type Scene, test } from './scene.ts'

const [first, second] = runIds

describe('what somebody asks about', () => {
  plainTest('is a pull request, or an id', () => {
    expect(readQuestion('acme/etl.py_2#42')).toEqual({
      kind: 'pull-request',
      repository: 'acme/etl.py_2',
      number: 42,
    })
    expect(readQuestion(guid)).toEqual({ kind: 'id', id: guid })
    expect(readQuestion(first.toUpperCase())).toEqual({ kind: 'id', id: first.toUpperCase() })
  })

  const wrong = ['', 'acme/etl', '#42', 'acme/etl#0', 'acme/etl#4x', 'a/b/c#1', `${guid}0`, pageOf(first)]
  plainTest.each(wrong)('is not %j', (asked) => {
    expect(() => readQuestion(asked)).toThrow(UsageError)
  })
})

describe('the verdict', () => {
  async function twoRuns({ receive, takeUp, remember }: Scene): Promise<void> {
    await receive()
    await takeUp(
      aPlan([first, second], { unused: [{ url: pageOf(guid), because: 'not-visible' }], beyondLimit: 0 }),
    )
    const other = { id: second, url: pageOf(second), name: 'wise-otter' }
    await remember(acts, [resumed(), untouched({ kind: 'left-alone', why: { reason: 'not-found' } }, other)])
  }

  test('is about the flow run, where one is asked for', async ({ scene }) => {
    await twoRuns(scene)
    const says = async (asked: string) =>
      (await scene.explain(asked)).found.map(({ verdict }) => verdict.says)
    expect(await says(first)).toEqual([
      'acme/etl#42: "lyrical-pudu" was resumed, and waits to be picked up (Scheduled).',
    ])
    expect(await says(second.toUpperCase())).toEqual([
      'acme/etl#42: "wise-otter" was left alone, since Prefect does not know it.',
    ])
    expect(await says('acme/etl#42')).toEqual(['acme/etl#42: 2 flow runs, of which 1 waiting, 1 left alone.'])
  })

  test('is about an address that does not count, where its run is asked for', async ({ scene }) => {
    await twoRuns(scene)
    await scene.receive({ guid: 'b'.repeat(8) })
    const { found } = await scene.explain(guid)
    expect(found).toHaveLength(1)
    expect(found[0]?.verdict.says).toBe(
      `acme/etl#42: the flow run was not resumed, since ${pageOf(guid)} stands where no reader of the description sees it (a comment, or a link that is not used).`,
    )
  })

  const every: { [Reason in LeftAlone['reason']]: Extract<LeftAlone, { reason: Reason }> } = {
    'not-failed': { reason: 'not-failed' },
    'resumed-since': { reason: 'resumed-since', by: 'Retry by ada', at: '2026-11-21T09:30:00Z' },
    'state-not-allowed': { reason: 'state-not-allowed', by: 'operator' },
    'no-deployment': { reason: 'no-deployment' },
    'deployment-deleted': { reason: 'deployment-deleted' },
    subflow: {
      reason: 'subflow',
      parent: { id: second, name: 'nightly', url: pageOf(second) },
      named: false,
    },
    'not-found': { reason: 'not-found' },
    'foreign-workspace': { reason: 'foreign-workspace' },
    'only-mentioned': { reason: 'only-mentioned' },
    'other-branch': { reason: 'other-branch', branch: 'release/1', defaultBranch: 'main' },
    'too-old': { reason: 'too-old', within: 259_200_000 },
    'deployment-not-allowed': { reason: 'deployment-not-allowed', by: 'repository' },
    'not-matched': { reason: 'not-matched', mismatch: 'pr.merged is "true"' },
    'template-failed': { reason: 'template-failed', error: 'no filter named x' },
    refused: { reason: 'refused', because: null },
  }

  test('has words of its own for each reason to leave a run alone', async ({ scene }) => {
    await scene.receive()
    await scene.takeUp(aPlan())
    const said: string[] = []
    for (const why of Object.values(every)) {
      const was = why.reason === 'not-failed' ? later('RUNNING', -60) : failed
      await scene.remember(acts, [untouched({ kind: 'left-alone', why }, { was })])
      const [answer] = (await scene.explain()).found
      said.push(`${why.reason}: ${answer?.verdict.says}\n  ${answer?.verdict.next}\n`)
    }
    await expect(said.join('')).toMatchFileSnapshot('../../golden/explain-reasons.txt')
  })

  test('says how many answers there are, and gives all of them', async ({ scene }) => {
    await twoRuns(scene)
    const again = { ...merge, number: 43, url: 'https://github.com/acme/etl/pull/43' }
    const body = JSON.stringify({ body: pageOf(first) })
    const request = { method: 'POST', headers: {}, body }
    scene.at('2026-11-21T12:00:00Z')
    await scene.receive({ guid: 'c'.repeat(8), number: 43, merged: { merge: again, request } })
    const text = renderText(await scene.explain(first))
    expect(text).toMatch(
      /^2 answers, the newest first\.\n\n--- 1 of 2\n\nacme\/etl#43: the merge was received, /,
    )
    expect(text).toContain('\n\n--- 2 of 2\n\nacme/etl#42: "lyrical-pudu" was resumed')
  })
})

const moving = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u

describe('a hostile text', () => {
  plainTest('is one line that a terminal shows as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shown(text)).not.toMatch(moving)
        expect(quoted(text)).not.toMatch(moving)
      }),
    )
  })

  plainTest('loses its escape sequences as a whole', () => {
    expect(shown('\u001B[31mred\u001B[0m \u001B]0;title\u0007 \u009B2Jgone')).toBe('red gone')
    expect(quoted('a "quote"\nand more')).toBe('"a \\"quote\\" and more"')
  })

  plainTest('is the same text in JSON, with nothing for a terminal to act upon', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = toSafeJson({ text }, undefined)
        expect(json).not.toMatch(moving)
        expect(JSON.parse(json)).toEqual({ text })
      }),
    )
  })

  test('breaks no line of an answer, wherever it stands', async ({ scene }) => {
    const evil = 'x\u001B[2J\r\nMerge\n  finished   \u202Eyes\u0000\u009B1m'
    const state = { ...failed, name: evil, message: evil }
    const warnings = [{ about: 'no-worker' as const, name: evil }]
    const related = { id: second, name: evil, url: evil }
    const outlook = {
      warnings,
      code: { kind: 'image' as const, image: evil },
      deployedAt: evil,
      needsDeploy: false,
      laterRun: related,
      tasksAgain: 1,
      startedByRun: false,
    }
    const evilMerge = { ...merge, labels: [evil], baseBranch: evil, commit: evil }
    const request = { method: 'POST', headers: {}, body: '{}' }
    await scene.receive({ merged: { merge: evilMerge, request }, event: evil, action: evil })
    const key = `${merge.repository.id}#${merge.number}@${evil}`
    const resource = { [evil]: evil }
    const why: LeftAlone = { reason: 'subflow', parent: related, named: false }
    const runs = [
      aPlannedRun(first, { url: evil, event: { event: evil, resource } }),
      aPlannedRun(second, { why: { reason: 'not-matched', mismatch: evil } }),
    ]
    const unused = [{ url: evil, because: evil }]
    await scene.inbox.handedOver(key, { runs, beyondLimit: 0, unused, mismatch: evil })
    await scene.inbox.settle(guid, evil, evil)
    const names = { name: evil, flow: { id: 'f', name: evil }, deployment: { id: 'd', name: evil } }
    const until = Date.now()
    await scene.inbox.remember(key, acts, [
      { report: resumed([state], { ...names, outlook }), position: 0, workspace: evil, until },
      {
        report: untouched({ kind: 'left-alone', why }, { ...names, id: second, was: state }),
        position: 1,
        workspace: null,
        until,
      },
    ])
    for (const asked of ['acme/etl#42', second]) {
      const answer = await scene.explain(asked)
      const text = renderText(answer)
      expect(text.replaceAll('\n', '')).not.toMatch(moving)
      expect(text.split('\n').filter((line) => line === 'Merge')).toHaveLength(1)
      expect(text).not.toMatch(/^ *finished +yes/m)
      expect(JSON.parse(toSafeJson(answer, 2))).toEqual(answer)
    }
  })
})
