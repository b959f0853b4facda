import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { packageRoot } from '../package-root.ts'
import { DemoFailedError } from './demo-failed-error.ts'
import { DemoPortTakenError } from './demo-port-taken-error.ts'
import { note, print } from './output.ts'

interface Options {
  once?: true
  port?: number
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .summary('try it in the browser, without any account')
    .description(
      'Serves pull requests to merge, to this machine only. The App is the real one,\n' +
        'GitHub and Prefect are stand-ins. Needs no account, and heeds no settings.',
    )
    .option('--port <number>', 'the port of the pages (default: a free one)', readPort)
    .option('--once', 'tell the story of one merge here, print the comment, and end')
    .action(({ once, port }: Options) => (once ? tellOnce() : show(port ?? 0)))
}

/** Serves the pages until a signal asks to leave. */
async function show(port: number): Promise<void> {
  const leaving = nextSignal()
  // Only here, as below: the server need not know the stand-ins.
  const { openSite } = await import('../demo/index.ts')
  const opening = openSite({ template: await readTemplate(), port, say: note })
  const site = await opening.catch((error: unknown) => {
    throw isPortTaken(error) ? new DemoPortTakenError(port) : error
  })
  print(site.url)
  note('Open this address in a browser. Ctrl-C ends the demo.')
  await leaving
  await site.close()
  // The App may still wait for its turn to write a comment.
  process.exit(0)
}

async function tellOnce(): Promise<void> {
  const leaving = nextSignal()
  const { runOnce } = await import('../demo/index.ts')
  const result = await runOnce({ template: await readTemplate(), say: note, leaving })
  if (result === null) process.exit(1)
  const { comment, state, completed } = result
  process.stdout.write(comment)
  if (!completed) throw new DemoFailedError(state)
}

/** The shared template, whatever the settings say. */
function readTemplate(): Promise<string> {
  return readFile(join(packageRoot(), 'templates/github.json.jinja'), 'utf8')
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

/** Further signals while leaving change nothing: what is to be removed shall be removed. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve())
    process.on('SIGINT', () => resolve())
  })
}
