import type { LogLine } from '../../demo-log.ts'
import type { DemoWorld } from '../../start-world.ts'
import type { Changes } from './changes.ts'
import { type ExplainedEvent, explainEvents } from './explain-event.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios.ts'
import { repository, type Story } from './story.ts'

/** All pull requests of the demo; everybody who looks sees the same. */
export interface Stories {
  /** The newest one of each scenario. */
  list(): Story[]
  find(number: number): Story | null
  findByRun(id: string): Story | null
  /** Merges or closes it, and lets GitHub tell the App; only the first time. */
  end(number: number, how: 'merge' | 'close'): void
  /** Opens another pull request of the same scenario, with a run of its own. */
  startOver(number: number): Story | null
  /** Takes a line of the App's log to the pull request that it is about. */
  hear(line: LogLine): void
}

/** What does not change by itself; the rest is read from the stand-ins. */
type Kept = Omit<Story, 'states' | 'comments' | 'lines'> & { lines: LogLine[] }

/** Opens one pull request of each scenario. @param origin of the pages of flow runs */
export function openStories(
  { github, prefect, recipe }: DemoWorld,
  origin: string,
  changes: Changes,
): Stories {
  const kept = new Map<number, Kept>()
  for (const scenario of scenarios) open(scenario)

  function open(scenario: Scenario): Kept {
    const { id, name } = prefect.addFlowRun(scenario.run)
    const run = { id, name, url: `${origin}/runs/flow-run/${id}` }
    const [title, body] = [scenario.title(run), scenario.body(run)]
    const { author, branch: headBranch } = scenario
    const { number } = github.addPullRequest({ repository, title, body, author, headBranch })
    const since = new Date().toISOString()
    const events: ExplainedEvent[] = []
    const story: Kept = {
      scenario,
      number,
      title,
      body,
      state: 'open',
      since,
      run,
      delivery: null,
      events,
      lines: [],
    }
    kept.set(number, story)
    return story
  }

  function read(story: Kept): Story {
    const states = prefect.states(story.run.id)
    return { ...story, states, comments: github.comments(repository, story.number) }
  }

  function find(number: number): Story | null {
    const story = kept.get(number)
    return story === undefined ? null : read(story)
  }

  async function deliver(story: Kept, how: 'merge' | 'close'): Promise<void> {
    const name = { repository, number: story.number }
    const delivery = how === 'merge' ? github.merge(name) : github.closeUnmerged(name)
    story.delivery = await github.deliver(delivery)
    story.events = explainEvents(story.delivery, story.body, recipe)
    changes.tell()
  }

  return {
    find,
    list: () =>
      scenarios.flatMap((scenario) => {
        const newest = [...kept.values()].findLast((story) => story.scenario === scenario)
        return newest === undefined ? [] : [read(newest)]
      }),
    findByRun(id) {
      const story = [...kept.values()].find(({ run }) => run.id === id.toLowerCase())
      return story === undefined ? null : read(story)
    },
    end(number, how) {
      const story = kept.get(number)
      if (story === undefined || story.state !== 'open') return
      story.state = how === 'merge' ? 'merged' : 'closed'
      story.since = new Date().toISOString()
      void deliver(story, how)
      changes.tell()
    },
    startOver(number) {
      const story = kept.get(number)
      return story === undefined ? null : read(open(story.scenario))
    },
    hear(line) {
      kept.get(line.number ?? 0)?.lines.push(line)
      changes.tell()
    },
  }
}
