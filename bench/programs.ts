import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Program, startProgram } from '../test/app/program.ts'

const listeningSchema = z.object({ msg: z.string().startsWith('listening'), url: z.url() })

/** A program under measurement, ready for requests. */
export interface Measured {
  url: string
  /** From its start until it answered, in milliseconds. */
  readyAfter: number
  /** Its resident memory, in MiB. */
  memory(): Promise<number>
  stop(): Promise<void>
}

const scripts = {
  app: ['../dist/cli/bin.js', 'start'],
  'plain-script': ['./baselines/plain-script.ts'],
  'bare-probot': ['./baselines/bare-probot.ts'],
} as const

/** Starts a program in an empty folder, and waits until it answers at `probe`. */
export async function startMeasured(
  name: keyof typeof scripts,
  environment: Record<string, string>,
  probe: string,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-bench-'))
  const [script, ...rest] = scripts[name]
  const started = performance.now()
  const program = await startProgram({
    command: process.execPath,
    arguments: [fileURLToPath(new URL(script, import.meta.url)), ...rest],
    environment: {
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_FORMAT: 'json',
      DATA_DIR: join(folder, 'data'),
      ...environment,
    },
    folder,
  })
  const url = await program.line((line) => listeningUrl(line))
  await fetch(`${url}${probe}`)
  return {
    url,
    readyAfter: performance.now() - started,
    memory: () => residentMemory(program),
    async stop() {
      await program.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function listeningUrl(line: string): string | undefined {
  try {
    return listeningSchema.safeParse(JSON.parse(line)).data?.url
  } catch {
    return undefined
  }
}

async function residentMemory({ pid }: Program): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
