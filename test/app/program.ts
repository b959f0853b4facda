import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { ProgramError } from './program-error.ts'

export interface ProgramOptions {
  command: string
  arguments: readonly string[]
  /** The whole environment: nothing is inherited but `PATH`, so that nobody's own settings reach the program. */
  environment: Readonly<Record<string, string>>
  /** The working folder. */
  folder: string
}

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A program that runs in a process group of its own, with everything that it starts. */
export interface Program {
  pid: number
  /** Resolves when it has ended and its output has been read; never rejects. */
  exit: Promise<Exit>
  /** What it printed so far; `all` has both streams, line by line as they came. */
  output(stream?: Stream): string
  /**
   * The first value that `pick` finds in a line of either stream, in past lines too.
   * Rejects with the output when the program ends first, or after `deadline` milliseconds.
   */
  line<Value>(pick: (line: string) => Value | undefined, deadline?: number): Promise<Value>
  /** Asks it to end (`SIGTERM`, unless given) and awaits that; after `deadline` milliseconds it is killed. */
  stop(signal?: NodeJS.Signals, deadline?: number): Promise<Exit>
  /** Ends it and everything that it started, at once. */
  kill(): Promise<Exit>
}

type Stream = 'all' | 'stdout' | 'stderr'

const running = new Set<number>()
process.once('exit', () => running.forEach(killGroup))
process.once('SIGTERM', () => process.exit(143)) // how vitest ends a worker, which then would not emit `exit`

/** Starts a program; rejects when there is no such command. Ended with this process at the latest. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const child = spawn(options.command, options.arguments, {
    cwd: options.folder,
    env: { PATH: process.env['PATH'], ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own: what it starts can be ended with it
  })
  await once(child, 'spawn')
  const group = groupOf(child)
  running.add(group)

  const lines: { stream: Stream; text: string }[] = []
  const said = new EventEmitter<{ line: [string]; end: [] }>().setMaxListeners(0)
  listen(child.stdout, 'stdout')
  listen(child.stderr, 'stderr')

  child.once('exit', () => killGroup(group)) // what it left behind would keep its output open
  const exit = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(group)
      resolve({ code, signal })
      said.emit('end')
    })
  })

  return { pid: group, exit, output, line, stop, kill }

  function listen(from: Readable, stream: Stream): void {
    createInterface({ input: from }).on('line', (text) => {
      lines.push({ stream, text })
      said.emit('line', text)
    })
  }

  function output(stream: Stream = 'all'): string {
    return lines
      .filter((line) => stream === 'all' || line.stream === stream)
      .map((line) => line.text)
      .join('\n')
  }

  function line<Value>(pick: (line: string) => Value | undefined, deadline = 30_000): Promise<Value> {
    return new Promise((resolve, reject) => {
      const found = (text: string): boolean => {
        const value = pick(text)
        if (value === undefined) return false
        settle()
        resolve(value)
        return true
      }
      const fail = (problem: string): void => {
        settle()
        reject(new ProgramError(`${commandLine(options)} ${problem}`, child.exitCode, output()))
      }
      const ended = () =>
        fail(`ended (${child.exitCode ?? child.signalCode}) before the line that was awaited`)
      const timer = setTimeout(() => fail(`did not print what was awaited within ${deadline} ms`), deadline)
      const settle = (): void => {
        clearTimeout(timer)
        said.off('line', found).off('end', ended)
      }
      said.on('line', found).on('end', ended)
      if (lines.some((past) => found(past.text))) return
      if (!running.has(group)) ended()
    })
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM', deadline = 30_000): Promise<Exit> {
    child.kill(signal)
    let late = false
    const timer = setTimeout(() => {
      late = true
      killGroup(group)
    }, deadline)
    const ended = await exit
    clearTimeout(timer)
    if (!late) return ended
    throw new ProgramError(
      `${commandLine(options)} did not end within ${deadline} ms of ${signal}`,
      null,
      output(),
    )
  }

  function kill(): Promise<Exit> {
    killGroup(group)
    return exit
  }
}

function groupOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('A program that has started has a process id.')
  return child.pid
}

function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // nobody is left in it
  }
}

function commandLine(options: ProgramOptions): string {
  return [options.command, ...options.arguments].join(' ')
}
