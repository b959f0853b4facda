import { expect, test } from 'vitest'
import { findProof, proofMessage } from '../../src/resume/proof.ts'
import { aMerge } from '../fixtures/a-merge.ts'
import { aState } from '../fixtures/prefect-facts.ts'

const merge = aMerge()

test('the proof says who, what and where', () => {
  expect(proofMessage(merge)).toBe(
    'Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42',
  )
})

test('the proof is found although the repository was renamed since', () => {
  const renamed = aMerge({ repository: { ...merge.repository, fullName: 'acme/pipelines' } })
  const state = aState({ message: proofMessage(merge) })
  expect(findProof([state], renamed)?.state).toBe(state)
})

test.each([
  ['another pull request', proofMessage(aMerge({ number: 421 }))],
  ['another merge commit', proofMessage(aMerge({ commit: 'abc1235def5678900000000000000000000000aa' }))],
  ['a message that quotes the proof', `Retried after: ${proofMessage(merge)}`],
  ['no message', null],
])('%s is no proof', (_, message) => {
  expect(findProof([aState({ message })], merge)).toBeNull()
})

test('the state before the proof is what the merge found', () => {
  const crashed = aState({ type: 'CRASHED' })
  const history = [aState({ type: 'RUNNING' }), crashed, aState({ message: proofMessage(merge) })]
  expect(findProof(history, merge)?.before).toBe(crashed)
})
