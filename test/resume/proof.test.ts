import { expect, test } from 'vitest'
import { findProof, proofMessage } from '../../src/resume/proof.ts'
import { aMerge, aRequest } from '../fixtures/a-merge.ts'
import { aState } from '../fixtures/prefect-facts.ts'

const merge = aMerge()

test('the proof says who, what and where', () => {
  expect(proofMessage(aRequest())).toBe(
    'Resumed by merge of acme/etl#42 (abc1234) https://github.com/acme/etl/pull/42',
  )
})

test('the proof is found although the repository was renamed since', () => {
  const renamed = aMerge({ repository: { ...merge.repository, fullName: 'acme/pipelines' } })
  const state = aState({ message: proofMessage(aRequest()) })
  expect(findProof([state], aRequest(renamed))?.state).toBe(state)
})

test.each([
  ['another pull request', proofMessage(aRequest(aMerge({ number: 421 })))],
  [
    'another merge commit',
    proofMessage(aRequest(aMerge({ commit: 'abc1235def5678900000000000000000000000aa' }))),
  ],
  ['a message that quotes the proof', `Retried after: ${proofMessage(aRequest())}`],
  ['another attempt', proofMessage(aRequest(merge, { attempt: 2 }))],
  ['no message', null],
])('%s is no proof', (_, message) => {
  expect(findProof([aState({ message })], aRequest())).toBeNull()
})

test('the state before the proof is what the merge found', () => {
  const crashed = aState({ type: 'CRASHED' })
  const history = [aState({ type: 'RUNNING' }), crashed, aState({ message: proofMessage(aRequest()) })]
  expect(findProof(history, aRequest())?.before).toBe(crashed)
})

test('a further attempt has a proof of its own', () => {
  const second = aRequest(merge, { attempt: 2 })
  expect(proofMessage(second)).toBe(`${proofMessage(aRequest())} (attempt 2)`)
  const states = [aState({ message: proofMessage(aRequest()) }), aState({ message: proofMessage(second) })]
  expect(findProof(states, second)?.state).toBe(states[1])
  expect(findProof(states, aRequest())?.state).toBe(states[0])
})
