import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Program, startProgram } from '../../app/program.ts'
import { ProgramError } from '../../app/program-error.ts'
import type { VirtualEnvironment } from './virtual-environment.ts'

const startDeadline = 120_000

/**
 * How often it looks for what is late or silent, and after how long it takes a deployment for one that nobody serves;
 * in seconds. Usual are 5, 15 and 60. After how long a run is late stays as it is: 15.
 */
const watchful = {
  PREFECT_SERVER_SERVICES_LATE_RUNS_LOOP_SECONDS: '1',
  PREFECT_SERVER_SERVICES_FOREMAN_LOOP_SECONDS: '2',
  PREFECT_SERVER_SERVICES_FOREMAN_DEPLOYMENT_LAST_POLLED_TIMEOUT_SECONDS: '10',
}

/** A real Prefect server with an empty database. */
export interface PrefectServer {
  /** As `PREFECT_API_URL`. */
  apiUrl: string
  /** As `PREFECT_UI_URL`: flow runs' pages have it, although the UI itself is not served. */
  uiUrl: string
  /** Stops it and removes its database. */
  stop(): Promise<void>
}

/** Starts a server on a free port and awaits that it is healthy (8 to 15 s are usual). */
export async function startPrefectServer(environment: VirtualEnvironment): Promise<PrefectServer> {
  const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-prefect-'))
  const port = String(await freePort())
  const uiUrl = `http://127.0.0.1:${port}`
  const apiUrl = `${uiUrl}/api`
  const program = await startProgram({
    command: environment.prefect,
    arguments: ['server', 'start', '--host', '127.0.0.1', '--port', port, '--no-ui', '--analytics-off'],
    environment: {
      HOME: folder,
      PREFECT_HOME: folder,
      DO_NOT_TRACK: '1',
      PREFECT_API_URL: apiUrl,
      ...watchful,
    },
    folder,
  })
  const stop = async (): Promise<void> => {
    await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await becomesHealthy(apiUrl, program)
  } catch (error) {
    await stop()
    throw error
  }
  return { apiUrl, uiUrl, stop }
}

async function becomesHealthy(apiUrl: string, program: Program): Promise<void> {
  let ended = false
  void program.exit.then(() => {
    ended = true
  })
  const end = Date.now() + startDeadline
  while (!(await isHealthy(apiUrl))) {
    if (ended) throw new ProgramError('The Prefect server ended while it started', null, program.output())
    if (Date.now() > end) {
      throw new ProgramError(
        `The Prefect server is not healthy after ${startDeadline} ms`,
        null,
        program.output(),
      )
    }
    await setTimeout(200)
  }
}

async function isHealthy(apiUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${apiUrl}/health`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false // nobody listens yet
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port was given.')
  return address.port
}
