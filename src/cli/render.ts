import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { z } from 'zod'
import { findFlowRuns } from '../prefect/index.ts'
import { compileTemplate, fillEvent, renderEvents, type WebhookRequest } from '../webhook/index.ts'
import { NoEventError } from './no-event-error.ts'
import { readInput } from './read-input.ts'
import { readToolSettings } from './tool-settings.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  payload: string
  event: string
  headers?: string
  template?: string
  text?: true
}

const payloadSchema = z.object({ pull_request: z.object({ body: z.string().nullish() }) })
const headersSchema = z.record(z.string(), z.string())

export function addRender(program: Command): void {
  program
    .command('render')
    .description('print the event(s) that a request becomes, as they would be sent')
    .requiredOption('--payload <file>', 'the body of the request; - for standard input')
    .option('--event <name>', 'what GitHub calls the event', 'pull_request')
    .option('--headers <file>', 'more headers: a JSON object of names to values')
    .option('--template <file>', 'another template than the one that the settings name')
    .option('--text', 'print what the template renders, as text')
    .action(render)
}

async function render(options: Options): Promise<void> {
  const settings = readToolSettings()
  const template = compileTemplate(
    options.template === undefined ? settings.template : await readInput(options.template),
  )
  const body = await readInput(options.payload)
  const request: WebhookRequest = {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': options.event,
      ...(options.headers === undefined ? {} : await readHeaders(options.headers)),
    },
    body,
  }
  const named = findFlowRuns(textOf(body), settings.uiUrls).map(({ id }) => id)
  for (const { rendered } of renderEvents(template, request, named)) {
    if ('failure' in rendered) throw rendered.failure
    if (options.text) {
      process.stdout.write(`${rendered.text}\n`)
      continue
    }
    if (rendered.event === undefined) throw new NoEventError(rendered.error ?? '')
    const occurred = new Date().toISOString()
    const event = fillEvent(rendered.event, { request, id: randomUUID(), occurred })
    process.stdout.write(`${JSON.stringify(event, null, process.stdout.isTTY ? 2 : undefined)}\n`)
  }
}

/** The text of the pull request; nothing for requests of another kind. */
function textOf(body: string): string {
  const payload = payloadSchema.safeParse(parse(body))
  return payload.success ? (payload.data.pull_request.body ?? '') : ''
}

async function readHeaders(file: string): Promise<Record<string, string>> {
  const headers = headersSchema.safeParse(parse(await readInput(file)))
  if (!headers.success) throw new UsageError(`${file} is no JSON object of header names to values.`)
  return headers.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
