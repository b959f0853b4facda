import { expect } from 'vitest'
import type { PrefectClient } from '../../../src/prefect/index.ts'

/** A call of the client with the last part of the recorded path, and what it makes of the answer. */
export type RecordedCase = [call: (client: PrefectClient, id: string) => Promise<unknown>, result: unknown]

const failed = '162868dd-2ba8-4dd8-b5f4-cc782327a052'
const deployment = 'c88becab-4a73-4fb7-ab69-bc2b010b780d'

/** What is read of where a run waits, what it executes, what it belongs to and what it has done. */
export const recordedAroundARun: Readonly<Record<string, RecordedCase>> = {
  'deployment-from-git': [
    (client, id) => client.readDeployment(id),
    expect.objectContaining({
      name: 'from-git',
      path: null,
      entrypoint: 'flows/orders.py:orders',
      version: '1.4.2',
      image: 'ghcr.io/acme/orders:1.4.2',
      concurrencyLimit: 1,
      pullSteps: [
        {
          step: 'prefect.deployments.steps.git_clone',
          inputs: {
            id: 'clone',
            repository: 'https://github.com/acme/etl.git',
            branch: 'main',
            access_token: '{{ prefect.blocks.secret.github-token }}',
            include_submodules: true,
          },
        },
        {
          step: 'prefect.deployments.steps.pip_install_requirements',
          inputs: {
            directory: '{{ clone.directory }}',
            requirements_file: 'requirements.txt',
            stream_output: false,
          },
        },
      ],
    }),
  ],
  'deployment-limit-0': [
    (client, id) => client.readDeployment(id),
    expect.objectContaining({ concurrencyLimit: 0 }),
  ],
  'deployment-queue-deleted': [
    (client, id) => client.readDeployment(id),
    expect.objectContaining({ workQueueId: null, workQueueName: 'gone', workPoolName: null }),
  ],
  'flow-run-awaiting-concurrency-slot': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({
      stateType: 'SCHEDULED',
      stateName: 'AwaitingConcurrencySlot',
      deploymentVersion: '1.4.2',
      startTime: null,
      nextScheduledStartTime: '2026-11-21T15:37:34.253873Z',
    }),
  ],
  'flow-run-queue-deleted': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({ workQueueId: null, workQueueName: 'gone', workPoolName: null }),
  ],
  'flow-run-subflow-with-deployment': [
    (client, id) => client.readFlowRun(id),
    expect.objectContaining({
      parentTaskRunId: '715cb16e-7121-4aad-9c44-d15280cf7e81',
      deploymentId: 'c88becab-4a73-4fb7-ab69-bc2b010b780d',
    }),
  ],
  'parent-task-run': [
    (client, id) => client.readTaskRun(id),
    { id: 'e0810a79-0a39-4b38-8537-7faf25363c27', flowRunId: 'e1ded7c6-084e-4766-af0e-830a9795b197' },
  ],
  'parent-task-run-of-deployment': [
    (client, id) => client.readTaskRun(id),
    { id: '715cb16e-7121-4aad-9c44-d15280cf7e81', flowRunId: '162868dd-2ba8-4dd8-b5f4-cc782327a052' },
  ],
  'task-run-not-found': [(client, id) => client.readTaskRun(id), null],
  'work-pool': [
    (client, id) => client.readWorkPool(id),
    { name: 'pool6250', type: 'process', isPaused: false, status: 'NOT_READY', concurrencyLimit: null },
  ],
  'work-pool-not-found': [(client, id) => client.readWorkPool(id), null],
  'work-pool-paused': [
    (client, id) => client.readWorkPool(id),
    { name: 'closed', type: 'process', isPaused: true, status: 'PAUSED', concurrencyLimit: 0 },
  ],
  'work-pool-push': [
    (client) => client.readWorkPool('night shift: ecs'),
    expect.objectContaining({ name: 'night shift: ecs', type: 'ecs:push' }),
  ],
  'work-pool-workers': [(client) => client.readWorkers('pool6250'), []],
  'work-pool-workers-not-found': [(client) => client.readWorkers('none'), []],
  'work-pool-workers-offline': [
    (client) => client.readWorkers('pool'),
    [{ name: 'worker-one', status: 'OFFLINE' }],
  ],
  'work-pool-workers-online': [
    (client) => client.readWorkers('orders-pool'),
    [{ name: 'worker-1', status: 'ONLINE' }],
  ],
  'work-queue': [
    (client, id) => client.readWorkQueue(id),
    expect.objectContaining({ name: 'default', isPaused: false, concurrencyLimit: null }),
  ],
  'work-queue-not-found': [(client, id) => client.readWorkQueue(id), null],
  'work-queue-paused': [
    (client, id) => client.readWorkQueue(id),
    expect.objectContaining({ name: 'high', isPaused: true, concurrencyLimit: 0 }),
  ],
  'filter-completed-task-runs': [
    (client) => client.countCompletedTaskRuns(failed),
    { completed: 2, unpersisted: 1, more: false },
  ],
  'filter-later-completed': [
    (client) => client.findLaterCompletedRun(deployment, '2026-11-21T15:44:49.121442Z', failed),
    expect.objectContaining({ name: 'supportive-koel', stateType: 'COMPLETED' }),
  ],
}
