import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { DemoFailedError } from './demo-failed-error.ts'
import { DemoPortTakenError } from './demo-port-taken-error.ts'

interface Options {
  once?: true
  port: number
}

const template = new URL('../../templates/github.json.jinja', import.meta.url)

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('try it in the browser, without any account: pull requests to merge, on this machine only')
    .option('--port <number>', 'the port of the pages; a free one unless given', readPort, 0)
    .option('--once', 'tell the story of one merge here, print the comment, and end')
    .action(({ once, port }: Options) => (once ? tellOnce() : show(port)))
}

/** Serves the pages until a signal asks to leave. */
async function show(port: number): Promise<void> {
  const leaving = nextSignal()
  // Only here, as below: the server need not know the stand-ins.
  const { openSite } = await import('../demo/index.ts')
  const site = await openSite({ template: await readFile(template, 'utf8'), port, say }).catch(
    (error: unknown) => {
      throw isPortTaken(error) ? new DemoPortTakenError(port) : error
    },
  )
  process.stdout.write(`${site.url}\n`)
  say('Open this address in a browser. Ctrl-C ends the demo.')
  await leaving
  await site.close()
}

async function tellOnce(): Promise<void> {
  const { runOnce } = await import('../demo/index.ts')
  const { comment, state, completed } = await runOnce({ template: await readFile(template, 'utf8'), say })
  process.stdout.write(comment)
  if (!completed) throw new DemoFailedError(state)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
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
