import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, TestRunner } from 'vitest'
import { z } from 'zod'
import { type Exit, type Program, startProgram } from './program.ts'

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url))

const logLine = z.record(z.string(), z.unknown())
const listeningLine = z.object({ msg: z.string().startsWith('listening'), url: z.url() })

/** A line of the log, as JSON; what is in it is not known. */
export type LogLine = z.infer<typeof logLine>

/** The log of a running app. */
export interface Logs {
  /** Everything that it logged so far. */
  all(): LogLine[]
  /** The first line for which `is` holds, a past one too; rejects with the output when none comes within `deadline` ms. */
  find(is: (line: LogLine) => boolean, deadline?: number): Promise<LogLine>
  /** Everything that it printed so far, logged or not. */
  text(): string
}

/** The built app, started as a user starts it. */
export interface App {
  /** Where it listens, without a trailing slash. */
  url: string
  logs: Logs
  /** Resolves when the app has ended. */
  exit: Promise<Exit>
  /** Sends the signal (`SIGTERM`, unless given) and awaits the end; rejects with the output after 30 s. */
  stop(signal?: NodeJS.Signals): Promise<Exit>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<Exit>
}

/**
 * Starts the built app (`node dist/cli/bin.js start`) on a free port, with nothing but `environment`, in an empty
 * working folder (`folder`, where a test needs its own), and awaits that it listens.
 * Rejects with a {@link ProgramError} (exit code, output) when it ends before. Killed at the end of the test;
 * where it is started outside a test (in a hook), at the end of the test file. With `endedByCaller` the caller kills
 * it: of tests that run beside each other, it cannot be told which one started it.
 */
export async function spawnApp(
  environment: Readonly<Record<string, string>>,
  options: { folder?: string; endedByCaller?: boolean } = {},
): Promise<App> {
  if (!existsSync(bin)) throw new Error('dist/cli/bin.js is not there: run `npm run build` first.')
  const own = await mkdtemp(join(tmpdir(), 'resume-on-merge-app-'))
  const program = await startProgram({
    command: process.execPath,
    arguments: [bin, 'start'],
    environment: {
      HOME: own,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_FORMAT: 'json',
      DATA_DIR: join(own, 'data'),
      ...environment,
    },
    folder: options.folder ?? own,
  })
  const removed = program.exit.then(() => rm(own, { recursive: true, force: true }))
  const kill = async (): Promise<Exit> => {
    const exit = await program.kill()
    await removed
    return exit
  }
  const inTest = options.endedByCaller !== true && TestRunner.getCurrentTest() !== undefined
  if (inTest) onTestFinished(() => void kill())

  const url = await program.line((line) => {
    const listening = listeningLine.safeParse(parseLine(line))
    return listening.success ? listening.data.url.replace(/\/$/, '') : undefined
  })
  return { url, logs: logsOf(program), exit: program.exit, stop: (signal) => program.stop(signal), kill }
}

function logsOf(program: Program): Logs {
  return {
    all: () =>
      program
        .output()
        .split('\n')
        .map(parseLine)
        .filter((line) => line !== undefined),
    find: (is, deadline) =>
      program.line((text) => {
        const line = parseLine(text)
        return line !== undefined && is(line) ? line : undefined
      }, deadline),
    text: () => program.output(),
  }
}

/** A line as JSON; undefined for what is none (a stack trace, a warning). */
function parseLine(text: string): LogLine | undefined {
  try {
    return logLine.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
