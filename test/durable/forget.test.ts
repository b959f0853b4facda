import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Engine, openEngine, type Workflow } from '../../src/durable/index.ts'

const nameSchema = z.string()
const hour = 3_600_000

let dataFolder: string
let engine: Engine
/** What the engine or a step complained of. */
let complaints: unknown[]

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'resume-on-merge-engine-'))
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((...said) => complaints.push(said))
  const log = pino({ level: 'warn' }, { write: (line: string) => complaints.push(line) })
  engine = await openEngine({ databaseUrl: null, dataFolder }, log)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await engine.drain()
  await engine.close()
  rmSync(dataFolder, { recursive: true })
})

/** How many rows of the engine's there are. */
function count(table: 'workflow_runs' | 'step_attempts'): unknown {
  const database = new DatabaseSync(join(dataFolder, 'workflows.sqlite'), { readOnly: true })
  const row = database.prepare(`SELECT count(*) AS count FROM ${table}`).get()
  database.close()
  return row?.['count']
}

/** Says that workflows ended an hour before they did. */
function age(key: string): void {
  const database = new DatabaseSync(join(dataFolder, 'workflows.sqlite'))
  const ago = new Date(Date.now() - hour).toISOString()
  database
    .prepare('UPDATE workflow_runs SET created_at = ?, finished_at = ? WHERE idempotency_key = ?')
    .run(ago, ago, key)
  database.close()
}

/** A workflow of two steps, and how often each input has gone through the second. */
function twoSteps(): { workflow: Workflow<string>; done: Map<string, number> } {
  const done = new Map<string, number>()
  const workflow = engine.define('two-steps', nameSchema, async (name, step) => {
    await step.run('first', async () => name)
    await step.run('second', async () => void done.set(name, (done.get(name) ?? 0) + 1))
  })
  return { workflow, done }
}

test('what ended before a time is deleted with its steps; what ended later stays', async () => {
  const { workflow } = twoSteps()
  await engine.run()
  for (const key of ['old', 'older', 'new']) await workflow.start(key, key)
  await vi.waitUntil(() => count('step_attempts') === 6)
  await engine.drain()
  age('old')
  age('older')

  expect(await engine.forget(Date.now() - hour / 2)).toBe(2)
  expect(await engine.forget(Date.now() - hour / 2)).toBe(0)
  expect(count('workflow_runs')).toBe(1)
  expect(count('step_attempts')).toBe(2)
})

test('what has not ended stays, however old, and goes on', async () => {
  const ended = Promise.withResolvers<void>()
  const workflow = engine.define('sleeper', nameSchema, async (_, step) => {
    await step.run('before', async () => null)
    await step.sleep('nap', 300)
    await step.run('after', async () => ended.resolve())
  })
  await engine.run()
  await workflow.start('sleeper', 'sleeper')
  await vi.waitUntil(() => count('step_attempts') === 2)
  expect(await engine.forget(Date.now() + hour)).toBe(0)
  await ended.promise
  await engine.drain()
  expect(await engine.forget(Date.now() + hour)).toBe(1)
  expect(count('step_attempts')).toBe(0)
})

test('while the engine works as fast as it can, nothing is locked, lost or done twice', async () => {
  const { workflow, done } = twoSteps()
  await engine.run()
  const names = Array.from({ length: 100 }, (_, index) => `work-${index}`)
  let forgotten = 0
  const starting = Promise.all(names.map((name) => workflow.start(name, name)))
  while (forgotten < names.length) {
    forgotten += await engine.forget(Date.now() + hour)
    // The engine has its turn.
    await new Promise(setImmediate)
  }
  await starting
  expect([...done.keys()].toSorted()).toEqual(names.toSorted())
  expect(new Set(done.values())).toEqual(new Set([1]))
  expect(count('workflow_runs')).toBe(0)
  expect(complaints).toEqual([])
})
