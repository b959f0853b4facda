import { expect, test } from 'vitest'
import { readingOnce } from '../../src/resume/reading-once.ts'
import { aPrefectClient } from '../fixtures/a-prefect-client.ts'
import { aDeployment, aFlowRun } from '../fixtures/prefect-facts.ts'

test('what several runs have in common is read once, each run on its own', async () => {
  const asked: string[] = []
  const client = readingOnce(
    aPrefectClient({
      async readDeployment(id) {
        asked.push(`deployment ${id}`)
        return aDeployment({ id })
      },
      async readFlowRun(id) {
        asked.push(`run ${id}`)
        return aFlowRun({ id })
      },
    }),
  )
  const both = await Promise.all([client.readDeployment('a'), client.readDeployment('a')])
  await client.readDeployment('b')
  await Promise.all([client.readFlowRun('a'), client.readFlowRun('a')])
  expect(both).toEqual([aDeployment({ id: 'a' }), aDeployment({ id: 'a' })])
  expect(asked).toEqual(['deployment a', 'deployment b', 'run a', 'run a'])
})
