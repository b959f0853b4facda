import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { findFlowRuns } from '../prefect/index.ts'
import { readTemplate } from '../server/index.ts'
import { fillEvent, type RenderedEvent, renderEvents, type WebhookRequest } from '../webhook/index.ts'
import { NoEventError } from './no-event-error.ts'
import { note, print } from './output.ts'
import { nameOf, readInput } from './read-input.ts'
import { type RequestFiles, readPullRequestText, readRequest } from './render-request.ts'
import { readToolSettings } from './tool-settings.ts'
import { UsageError } from './usage-error.ts'

interface Options extends RequestFiles {
  template?: string
  text?: true
}

const more = `
One event per flow run that the pull request names, or one if it names none.
A payload is the body of a delivery: GitHub shows it under the App's settings,
Advanced, Recent deliveries.

Example:
  $ resume-on-merge render --payload delivery.json
  $ resume-on-merge render --payload delivery.json --template my.jinja --text`

export function addRender(program: Command): void {
  program
    .command('render')
    .summary('print the event(s) that a delivery becomes')
    .description(
      'Prints the event(s) that a delivery of GitHub becomes, as they would be sent:\n' +
        'one JSON document a line, or indented on a terminal.',
    )
    .requiredOption('--payload <file>', 'the body of the delivery; - for standard input')
    .option('--event <name>', 'what GitHub calls the event', 'pull_request')
    .option('--headers <file>', 'more headers: a JSON object of names to values')
    .option('--template <file>', 'a template to use instead of WEBHOOK_TEMPLATE')
    .option('--text', 'print what the template renders, whether it is an event or not')
    .addHelpText('after', more)
    .action(render)
}

async function render(options: Options): Promise<void> {
  const { payload, headers, template: named } = options
  if ([payload, headers, named].filter((file) => file === '-').length > 1) {
    throw new UsageError('Only one of --payload, --headers and --template can be standard input (-).')
  }
  const settings = readToolSettings()
  const template = readTemplate(
    named === undefined ? settings.template : { source: await readInput(named), path: nameOf(named) },
  )
  const request = await readRequest(options)
  const pullRequest = readPullRequestText(request.body)
  if ('because' in pullRequest) note(`${nameOf(payload)} ${pullRequest.because}.`)
  const runs = findFlowRuns(pullRequest.text, settings.uiUrls).map(({ id }) => id)
  if (!('because' in pullRequest) && runs.length === 0) {
    note(`The pull request names no flow run of ${settings.uiUrls.join(', ')}.`)
  }
  for (const rendered of renderEvents(template, request, runs)) {
    print(options.text ? textOf(rendered) : eventOf(rendered, request))
  }
}

function textOf({ rendered }: RenderedEvent): string {
  if ('failure' in rendered) throw rendered.failure
  return rendered.text
}

/** The event as it would be sent, as JSON. */
function eventOf({ rendered }: RenderedEvent, request: WebhookRequest): string {
  if ('failure' in rendered) throw rendered.failure
  if (rendered.event === undefined) throw new NoEventError(rendered.error ?? '')
  const occurred = new Date().toISOString()
  const event = fillEvent(rendered.event, { request, id: randomUUID(), occurred })
  return JSON.stringify(event, null, process.stdout.isTTY ? 2 : undefined)
}
