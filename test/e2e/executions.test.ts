import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { startProgram } from '../app/program.ts'
import { parameters, test } from './executing.ts'
import { isSkipped, itemOf } from './merging.ts'
import { flowsFolder } from './prefect/programs.ts'

const failedAgain = (body: string): boolean => body.includes('failed again')
const completed = (body: string): boolean => body.includes('ran again, and completed')

describe.skipIf(isSkipped).concurrent('executed by real programs', () => {
  test('a run that runs already is not started a second time', async ({
    api,
    seed,
    served,
    folder,
    merge,
  }) => {
    await folder.put('held')
    const run = await seed.run({
      deployment: served.orders,
      state: 'SCHEDULED',
      parameters: parameters(folder),
    })
    await api.reaches(run.id, 'RUNNING')
    const merged = await merge(`Resumes ${run.url}`)
    await merged.comment((body) => body.includes('is running already'))
    await folder.remove('held')
    await api.reaches(run.id, 'COMPLETED')
    expect(await folder.count(run.id, 'execution')).toBe(1)
  })

  test('two pull requests that name the same run have it executed once', async ({
    api,
    seed,
    served,
    folder,
    merge,
  }) => {
    await folder.put('held')
    const run = await seed.run({ deployment: served.orders, state: 'FAILED', parameters: parameters(folder) })
    const merges = await Promise.all([merge(`Resumes ${run.url}`), merge(`Resumes ${run.url}`)])
    const bodies = await Promise.all(merges.map((merged) => merged.comment()))
    const late = bodies.filter((body) => body.includes('was already resumed by another merge'))
    expect(late).toHaveLength(1)
    await folder.remove('held')
    await api.reaches(run.id, 'COMPLETED')
    expect(await folder.count(run.id, 'execution')).toBe(1)
    expect(
      (await api.states(run.id)).filter(({ message }) => message?.startsWith('Resumed by')),
    ).toHaveLength(1)
  })

  test('a served flow is resumed and followed to its end, without a warning', async ({
    seed,
    served,
    folder,
    merge,
    command,
  }) => {
    const run = await seed.run({ deployment: served.orders, state: 'FAILED', parameters: parameters(folder) })
    const merged = await merge(`Resumes ${run.url}`)
    const body = await merged.comment(completed)
    const told = body.slice(body.indexOf('What happened'))
    expect(told).toMatch(/Failed.*Scheduled, by the merge.*Pending.*Submitting.*Running, for .*Completed/s)
    expect(await folder.count(run.id, 'execution')).toBe(1)
    const { stdout } = await command('explain', run.id)
    expect(stdout).toContain('orders.py')
    expect(stdout).not.toContain('warnings')
  })

  test('a run whose retries ran in its own process is handed to a worker, and completes without a warning', async ({
    seed,
    pooled,
    folder,
    merge,
    command,
  }) => {
    const run = await seed.run({
      deployment: await pooled.deploy(),
      state: 'FAILED',
      retryType: 'in_process',
      parameters: parameters(folder),
    })
    await (await merge(`Resumes ${run.url}`)).comment(completed)
    expect(await folder.count(run.id, 'execution')).toBe(1)
    expect((await command('explain', run.id)).stdout).not.toContain('warnings')
  })

  test('a run that waits for a slot of its deployment is told so', async ({
    api,
    seed,
    pooled,
    folder,
    merge,
  }) => {
    await folder.put('held')
    const deployment = await pooled.deploy()
    await seed.limit(deployment, 1)
    const first = await seed.run({ deployment, state: 'SCHEDULED', parameters: parameters(folder) })
    await api.reaches(first.id, 'RUNNING')
    const run = await seed.run({ deployment, state: 'FAILED', parameters: parameters(folder) })
    const merged = await merge(`Resumes ${run.url}`)
    expect(await merged.comment((body) => body.includes('waits for a free slot'))).toContain(
      'Awaiting a free slot',
    )
    await folder.remove('held')
    await api.reaches(first.id, 'COMPLETED')
  })

  test('a run whose process was killed has crashed, and is resumed too', async ({
    api,
    seed,
    served,
    folder,
    merge,
  }) => {
    await folder.put('deadly')
    const run = await seed.run({
      deployment: served.orders,
      state: 'SCHEDULED',
      parameters: parameters(folder),
    })
    await api.reaches(run.id, 'CRASHED')
    await folder.remove('deadly')
    await (await merge(`Resumes ${run.url}`)).comment(completed)
    expect(await folder.count(run.id, 'execution')).toBe(2)
  })

  test('tasks whose results are stored do not run again, and the comment counts the others', async ({
    api,
    seed,
    served,
    folder,
    merge,
  }) => {
    await folder.put('broken')
    const run = await seed.run({
      deployment: served.orders,
      state: 'SCHEDULED',
      parameters: parameters(folder),
    })
    await api.reaches(run.id, 'FAILED')
    await folder.remove('broken')
    await folder.put('held')
    const merged = await merge(`Resumes ${run.url}`)
    await merged.comment((body) =>
      body.includes('One task of it had completed, but its result is not stored: it runs again.'),
    )
    await folder.remove('held')
    await merged.comment(completed)
    expect(await folder.count(run.id, 'execution')).toBe(2)
    expect(await folder.count(run.id, 'extract')).toBe(1)
    expect(await folder.count(run.id, 'load')).toBe(2)
  })

  test('a run that fails again is told once more, and completes when a person resumes it', async ({
    api,
    seed,
    served,
    folder,
    merge,
    command,
  }) => {
    await folder.put('broken')
    const run = await seed.run({ deployment: served.orders, state: 'FAILED', parameters: parameters(folder) })
    const merged = await merge(`Resumes ${run.url}`)
    const body = await merged.comment(failedAgain)
    expect(body).toContain('Prefect says: `')
    expect(body).toContain(`resume-on-merge resume ${merged.name}`)
    await folder.remove('broken')
    expect(await command('resume', merged.name)).toEqual({ code: 0, stdout: expect.stringContaining(run.id) })
    expect(await merged.comment(completed)).toContain('This is the second attempt')

    const [main, alert, ...others] = merged.comments()
    expect(others).toEqual([])
    expect(main).toContain('ran again, and completed')
    expect(alert).toContain('ran again, and failed again')
    expect(alert?.length).toBeLessThan(1000)
    expect(await folder.count(run.id, 'execution')).toBe(2)
    const proofs = (await api.states(run.id)).filter(({ message }) => message?.startsWith('Resumed by'))
    expect(proofs.map(({ message }) => / \(attempt 2\)$/.test(message ?? ''))).toEqual([false, true])
  })

  test('of the parts of a failed run, only that with a deployment of its own is resumed by itself', async ({
    api,
    seed,
    server,
    served,
    folder,
    merge,
  }) => {
    await folder.put('broken')
    const whole = await seed.run({
      deployment: served.day,
      state: 'SCHEDULED',
      parameters: { ...parameters(folder), deployment: served.name },
    })
    await api.reaches(whole.id, 'FAILED')
    const partsOf = { flow_runs: { parent_flow_run_id: { any_: [whole.id] } } }
    const parts = partsSchema.parse(await seed.ask('POST', '/flow_runs/filter', partsOf))
    const inside = parts.find(({ deployment_id }) => deployment_id === null)
    const deployed = parts.find(({ deployment_id }) => deployment_id === served.orders.id)
    if (inside === undefined || deployed === undefined) throw new Error('The run has not its two parts.')
    await api.reaches(deployed.id, 'FAILED')
    await folder.remove('broken')

    const pageOf = ({ id }: { id: string }) => `${server.uiUrl}/runs/flow-run/${id}`
    const merged = await merge(`Resumes ${pageOf(inside)}\nResumes ${pageOf(deployed)}`)
    const body = await merged.comment((text) => text.includes('ran again, and completed'))
    expect(itemOf(body, inside)).toContain(`is part of [\`${whole.name}\`](${whole.url})`)
    expect(itemOf(body, deployed)).toContain('Another flow run started this one')
    expect((await api.run(inside.id)).state.type).toBe('FAILED')
    expect((await api.run(whole.id)).state.type).toBe('FAILED')
    expect(await folder.count(deployed.id, 'execution')).toBe(2)
    expect(await folder.count(inside.id, 'execution')).toBe(1)
  })

  test('what the comment advises for a run without a deployment works', async ({
    api,
    seed,
    executing,
    folder,
    merge,
  }) => {
    const run = await seed.run({ deployment: null, state: 'FAILED', parameters: parameters(folder) })
    const body = await (await merge(`Resumes ${run.url}`)).comment()
    const [, advised = ''] = /`prefect (flow-run retry .*?) path\/to\/flow\.py:flow`/.exec(body) ?? []
    const retry = await startProgram({
      command: executing.python,
      arguments: ['-m', 'prefect', ...advised.split(' '), join(flowsFolder, 'orders.py:orders')],
      environment: {
        HOME: executing.folder,
        PREFECT_HOME: executing.folder,
        PREFECT_API_URL: executing.apiUrl,
        DO_NOT_TRACK: '1',
        PYTHONDONTWRITEBYTECODE: '1',
      },
      folder: executing.folder,
    })
    expect(await retry.exit).toEqual({ code: 0, signal: null })
    await api.reaches(run.id, 'COMPLETED')
    expect(await folder.count(run.id, 'execution')).toBe(1)
  })
})

const partsSchema = z.array(z.object({ id: z.uuid(), name: z.string(), deployment_id: z.uuid().nullable() }))
