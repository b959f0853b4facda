import { expect, test } from 'vitest'
import { type RunReport, tellingAttempt } from '../../src/resume/index.ts'
import { aReportedState, aRunReport } from '../fixtures/a-report.ts'

const at = '2026-11-21T10:00:01Z'
const resumed = aRunReport({ attempt: 1, history: [aReportedState({ since: at })] })
const leftAlone = (why: Extract<RunReport['outcome'], { kind: 'left-alone' }>['why']) =>
  aRunReport({ attempt: 2, outcome: { kind: 'left-alone', why }, history: [], following: false })

const foundIt = leftAlone({ reason: 'resumed-since', by: 'Resumed by merge of …', at })
const foundAnother = leftAlone({ reason: 'resumed-since', by: null, at: '2026-11-21T11:00:00Z' })
const refused = leftAlone({ reason: 'refused', because: null })

test.each([
  ['of one attempt, that one', [resumed], resumed],
  ['one that only found what an earlier one had set under way does not count', [resumed, foundIt], resumed],
  ['one that found what somebody else set counts', [resumed, foundAnother], foundAnother],
  ['one that was refused counts', [resumed, refused], refused],
  ['one that resumed the run anew counts', [resumed, aRunReport({ attempt: 2 })], aRunReport({ attempt: 2 })],
  ['without any there is none', [], undefined],
])('%s', (_name, attempts, telling) => {
  expect(tellingAttempt(attempts)).toEqual(telling)
})
