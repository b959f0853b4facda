import type { Element } from 'hast'
import { type Child, h } from 'hastscript'
import { decisionWords, isDecision } from '../story/decision.ts'
import { headline } from '../story/now-words.ts'
import type { Story } from '../story/story.ts'
import { code, facts, runState, stateList } from './parts.ts'
import { region } from './region.ts'

const notYet = h('p.nothing', 'Nothing yet.')

/** The story as data: what GitHub, the App and Prefect hold of it. */
export function dataBlocks(story: Story): Element[] {
  const { shows = 'run' } = story.scenario
  return [
    block('run', 'Flow run in Prefect', runBrief(story), runDetails(story), shows === 'run'),
    block('delivery', 'Delivery', story.delivery?.status ?? '', deliveryDetails(story)),
    block('event', 'Event', eventBrief(story), eventDetails(story), shows === 'event'),
    block('decision', 'Decision', decisionWords(story), decisionDetails(story)),
    block('edits', 'Edits of the comment', editsBrief(story), editsDetails(story)),
  ]
}

function block(id: string, name: string, brief: Child, details: Child, open = false): Element {
  return h('details.block', { open }, [
    h('summary.head-line', [h('span.name', name), region('span.brief', `${id}-brief`, brief)]),
    region('div.inside', id, details),
  ])
}

function runBrief({ states }: Story): Child {
  const now = states.at(-1)
  return now === undefined ? '' : runState(now)
}

function runDetails({ run, states }: Story): Child {
  return [h('p', h('a', { href: `/runs/flow-run/${run.id}` }, run.name)), stateList(states)]
}

function deliveryDetails({ delivery }: Story): Child {
  if (delivery === null) return notYet
  return [
    h('p', 'What GitHub’s log of deliveries keeps of it.'),
    facts([
      ['GUID', h('code', delivery.guid)],
      ['Event', `${delivery.event}.${delivery.action}`],
      ['Status', `${delivery.statusCode} ${delivery.status}`],
      ['Answer', delivery.response.text.trim()],
      ['Took', `${Math.round(delivery.duration * 1000)} ms`],
      ['Signed', 'X-Hub-Signature-256'],
    ]),
  ]
}

function eventBrief({ events }: Story): Child {
  if (events.length === 0) return ''
  return events.some(({ mismatch }) => mismatch === null) ? 'fits the trigger' : 'does not fit'
}

function eventDetails({ events }: Story): Child {
  if (events.length === 0) return notYet
  return events.map(({ text, mismatch }) => [
    h('p', 'The shared template made this of the delivery:'),
    code(text),
    h('p', mismatch === null ? 'It fits the trigger.' : `It does not fit the trigger: ${mismatch}.`),
  ])
}

function decisionDetails({ lines }: Story): Child {
  const decisions = lines.filter(isDecision)
  if (decisions.length === 0) return notYet
  return [
    h('p', 'What the App logged:'),
    decisions.map(({ level, time, ...told }) => code(JSON.stringify(told, null, 2))),
  ]
}

function editsBrief({ comments }: Story): Child {
  if (comments.length === 0) return ''
  const edits = comments.reduce((sum, comment) => sum + comment.edits.length - 1, 0)
  if (edits === 0) return 'not edited'
  return edits === 1 ? '1 edit' : `${edits} edits`
}

function editsDetails({ comments }: Story): Child {
  if (comments.length === 0) return notYet
  return [
    h('p', 'Every text that it has had, oldest first:'),
    comments.flatMap(({ edits }) =>
      edits.map((text) => h('details.edit', [h('summary', headline(text)), code(text)])),
    ),
  ]
}
