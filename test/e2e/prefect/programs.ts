import { fileURLToPath } from 'node:url'
import { type Program, startProgram } from '../../app/program.ts'

/** Where `orders.py` is. */
export const flowsFolder = fileURLToPath(new URL('.', import.meta.url))

/** What the programs that execute flow runs need. */
export interface Executing {
  python: string
  apiUrl: string
  /** Their home, where results are kept. */
  folder: string
}

/** Serves the flows of `orders.py` under a deployment name; resolves when it looks for runs. */
export async function serveOrders(executing: Executing, name: string): Promise<Program> {
  const program = await start(executing, ['orders.py', name])
  await program.line((line) => (line.includes('polling for scheduled runs') ? true : undefined), 60_000)
  return program
}

/** Starts a worker of a process pool, for one queue or for all; resolves when it looks for runs. */
export async function startWorker(executing: Executing, pool: string, queue?: string): Promise<Program> {
  const only = queue === undefined ? [] : ['--work-queue', queue]
  const program = await start(executing, ['-m', 'prefect', 'worker', 'start', '--pool', pool, ...only])
  await program.line((line) => (/Worker .* started!/.test(line) ? true : undefined), 60_000)
  return program
}

function start({ python, apiUrl, folder }: Executing, parameters: readonly string[]): Promise<Program> {
  return startProgram({
    command: python,
    arguments: parameters,
    environment: {
      HOME: folder,
      PREFECT_HOME: folder,
      PREFECT_API_URL: apiUrl,
      PREFECT_RUNNER_POLL_FREQUENCY: '1', // seconds
      PREFECT_WORKER_QUERY_SECONDS: '1',
      DO_NOT_TRACK: '1',
      PYTHONUNBUFFERED: '1',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    folder: flowsFolder,
  })
}
