import { expect, test } from 'vitest'
import type { Warning } from '../../src/resume/index.ts'
import { type WayToWorker, warningsOf } from '../../src/resume/warnings.ts'
import { aDeployment, aFlowRun, aWorker, aWorkPool, aWorkQueue } from '../fixtures/prefect-facts.ts'

const served = {
  run: aFlowRun({ workPoolName: null, workQueueId: null, workQueueName: null }),
  workPool: undefined,
  workers: undefined,
  workQueue: undefined,
}
const servedBy = (status: string | null) => aDeployment({ workPoolName: null, status })

test.each<[string, Partial<WayToWorker>, Warning[]]>([
  ['a pool with a worker online', {}, []],
  [
    'a pool with one worker of two online',
    { workers: [aWorker({ status: 'OFFLINE' }), aWorker({ name: 'two' })] },
    [],
  ],
  [
    'a paused pool',
    { workPool: aWorkPool({ isPaused: true }) },
    [{ about: 'work-pool-paused', name: 'default' }],
  ],
  ['a pool that is gone', { workPool: null }, [{ about: 'work-pool-deleted', name: 'default' }]],
  [
    'a pool that takes no run',
    { workPool: aWorkPool({ concurrencyLimit: 0 }) },
    [{ about: 'work-pool-full', name: 'default' }],
  ],
  ['a pool without workers', { workers: [] }, [{ about: 'no-worker', name: 'default' }]],
  [
    'a pool whose workers are offline',
    { workers: [aWorker({ status: 'OFFLINE' })] },
    [{ about: 'no-worker', name: 'default' }],
  ],
  ['a push pool, which needs no worker', { workPool: aWorkPool({ type: 'ecs:push' }), workers: [] }, []],
  ['a managed pool, which needs none', { workPool: aWorkPool({ type: 'prefect:managed' }), workers: [] }, []],
  ['a pool of which we may not know', { workPool: undefined, workers: undefined, workQueue: undefined }, []],
  [
    'a paused queue',
    { workQueue: aWorkQueue({ isPaused: true, name: 'slow' }) },
    [{ about: 'work-queue-paused', name: 'slow', pool: 'default' }],
  ],
  [
    'a queue that takes no run',
    { workQueue: aWorkQueue({ concurrencyLimit: 0 }) },
    [{ about: 'work-queue-full', name: 'default', pool: 'default' }],
  ],
  [
    'a queue that no worker of the pool asks',
    { workQueue: aWorkQueue({ status: 'NOT_READY', name: 'slow' }) },
    [{ about: 'work-queue-unasked', name: 'slow', pool: 'default' }],
  ],
  [
    'a queue that nobody asks, since no worker is there',
    { workers: [], workQueue: aWorkQueue({ status: 'NOT_READY' }) },
    [{ about: 'no-worker', name: 'default' }],
  ],
  [
    'a queue of a push pool, which nobody need ask',
    { workPool: aWorkPool({ type: 'ecs:push' }), workQueue: aWorkQueue({ status: 'NOT_READY' }) },
    [],
  ],
  [
    'a queue of which an old server does not say whether it is asked',
    { workQueue: aWorkQueue({ status: null }) },
    [],
  ],
  [
    'a queue that was deleted, so that the run has none',
    {
      run: aFlowRun({ workPoolName: null, workQueueId: null, workQueueName: 'slow' }),
      deployment: aDeployment({ workPoolName: null, status: 'NOT_READY' }),
      workQueue: undefined,
    },
    [{ about: 'work-queue-deleted', name: 'slow' }],
  ],
  [
    'a queue that Prefect does not know',
    { workQueue: null },
    [{ about: 'work-queue-deleted', name: 'default' }],
  ],
  [
    'a deployment that takes no run',
    { deployment: aDeployment({ concurrencyLimit: 0 }) },
    [{ about: 'deployment-full' }],
  ],
  ['a paused deployment, whose schedule alone is paused', { deployment: aDeployment({ paused: true }) }, []],
  ['a flow that is served', { ...served, deployment: servedBy('READY') }, []],
  ['a flow that nobody serves', { ...served, deployment: servedBy('NOT_READY') }, [{ about: 'not-served' }]],
  ['a server that does not say whether it is served', { ...served, deployment: servedBy(null) }, []],
])('%s', (_name, way, warnings) => {
  const whole: WayToWorker = {
    run: aFlowRun(),
    deployment: aDeployment(),
    workPool: aWorkPool(),
    workers: [aWorker()],
    workQueue: aWorkQueue(),
    ...way,
  }
  expect(warningsOf(whole)).toEqual(warnings)
})
