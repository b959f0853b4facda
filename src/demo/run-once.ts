import { createDemoLog } from './demo-log.ts'
import { narrate } from './narrate.ts'
import { type DemoWorld, patience, startWorld } from './start-world.ts'
import { toldState } from './told-state.ts'

export interface DemoOptions {
  /** The source of the webhook template. */
  template: string
  /** Told what happens, line by line. */
  say: (line: string) => void
  /** How the run ends this time. @default 'COMPLETED' */
  ends?: 'COMPLETED' | 'FAILED'
  /** Resolves when it shall end before its end. */
  leaving: Promise<unknown>
}

export interface DemoResult {
  /** The comment's text. */
  comment: string
  /** The name of the state in which the run ended. */
  state: string
  completed: boolean
}

const repository = 'acme/etl'

/**
 * So that a reader can follow, and that the run has ended when its comment is edited first, in milliseconds: the next
 * edit would be ten seconds later.
 */
const delays = { pending: 300, running: 300, end: 900 }

/** One merge from its delivery to the last comment; null where it was ended before. */
export async function runOnce(options: DemoOptions): Promise<DemoResult | null> {
  const log = createDemoLog(options.say, () => {})
  const world = await startWorld({ template: options.template, log, delays })
  try {
    return await Promise.race([tellStory(world, options), options.leaving.then(() => null)])
  } finally {
    await world.close()
  }
}

async function tellStory(
  { github, prefect }: DemoWorld,
  { say, ends = 'COMPLETED' }: DemoOptions,
): Promise<DemoResult> {
  const run = prefect.addFlowRun({
    name: 'lyrical-pudu',
    state: { type: 'FAILED', name: 'Failed', message: "KeyError: 'amount'" },
    ends: [ends],
  })
  const { number } = github.addPullRequest({
    repository,
    title: 'Read the amount under its new name',
    body: `The column was renamed last night.\n\nFixes: ${run.url}`,
  })
  say(`GitHub   ${repository}#${number} names ${run.url} and is merged`)
  const delivery = await github.deliver(github.merge({ repository, number }))
  const stored = delivery.statusCode === 200 ? 'it is on disk' : delivery.response.text.trim()
  say(`App      answered the signed delivery with ${delivery.statusCode}: ${stored}`)
  const end = await narrate(prefect, run, say, patience)
  const [comment] = await github.until(
    () => {
      const comments = github.comments(repository, number)
      return toldState(comments[0]?.body ?? '').includes(end.name) && comments
    },
    { within: patience, what: 'the comment on the end' },
  )
  const edits = (comment?.edits.length ?? 1) - 1
  const times = edits === 1 ? 'once' : `${edits} times`
  say(`GitHub   the comment of ${comment?.user} was written once, and edited ${times}`)
  return { comment: comment?.body ?? '', state: end.name, completed: end.type === 'COMPLETED' }
}
