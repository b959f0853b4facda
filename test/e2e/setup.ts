import type { TestProject } from 'vitest/node'
import { pythonOrReason } from './prefect/python.ts'
import { type PrefectServer, startPrefectServer } from './prefect/server.ts'
import { virtualEnvironment } from './prefect/virtual-environment.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all end-to-end tests share; null where there is no Python, and all are skipped. */
    prefect: { python: string; apiUrl: string; uiUrl: string } | null
  }
}

let server: PrefectServer | undefined

/** Starts a real Prefect server; without Python it says so, and fails only where the tests must run. */
export async function setup(project: TestProject): Promise<void> {
  const python = await pythonOrReason()
  if ('reason' in python) {
    if (required()) throw new Error(`The end-to-end tests must run here, but ${python.reason}.`)
    process.stdout.write(`skipped: the end-to-end tests with a real Prefect server (${python.reason})\n`)
    project.provide('prefect', null)
    return
  }
  const environment = await virtualEnvironment(python.command)
  server = await startPrefectServer(environment)
  const { apiUrl, uiUrl } = server
  project.provide('prefect', { python: environment.python, apiUrl, uiUrl })
}

export async function teardown(): Promise<void> {
  await server?.stop()
}

function required(): boolean {
  return process.env['CI'] === 'true' || process.env['E2E_REQUIRED'] === '1'
}
