import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startProgram } from '../../app/program.ts'

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url))

/** The example flow, served from a copy of its folder: its runs are executed there. */
export interface ServedFlow {
  /** `flow/deployment`, as Prefect names it. */
  deployment: string
  /** The page that the run itself printed (`View at …`), as somebody would paste it into a pull request. */
  pageOf(runId: string): Promise<string>
  /** Takes the error out of `config.json`, as a merged pull request would. */
  fixConfig(): Promise<void>
  /** How often the run was executed. */
  executionsOf(runId: string): Promise<number>
  stop(): Promise<void>
}

/** Serves the example under a deployment name of its own: a runner picks up every run of its deployment, old ones too. */
export async function serveExample(python: string, apiUrl: string): Promise<ServedFlow> {
  const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-example-'))
  await cp(join(examples, 'flow.py'), join(folder, 'flow.py'))
  await cp(join(examples, 'config.json'), join(folder, 'config.json'))
  const name = `e2e-${crypto.randomUUID()}`
  const program = await startProgram({
    command: python,
    arguments: ['flow.py', name],
    environment: {
      HOME: folder,
      PREFECT_HOME: join(folder, '.prefect'),
      PREFECT_API_URL: apiUrl,
      PREFECT_RUNNER_POLL_FREQUENCY: '1', // seconds
      DO_NOT_TRACK: '1',
      PYTHONUNBUFFERED: '1',
    },
    folder,
  })
  await program.line((line) => (line.includes('polling for scheduled runs') ? true : undefined), 60_000)
  return {
    deployment: `nightly-orders/${name}`,
    pageOf: (runId) =>
      program.line((line) => {
        const page = /View at (?<page>\S+)/.exec(line)?.groups?.['page']
        return page?.endsWith(runId) === true ? page : undefined
      }),
    fixConfig: () => writeFile(join(folder, 'config.json'), JSON.stringify({ table: 'orders_2026' })),
    async executionsOf(runId) {
      const log = await readFile(join(folder, 'executions.log'), 'utf8')
      return log.split('\n').filter((line) => line.startsWith(runId)).length
    },
    async stop() {
      await program.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
