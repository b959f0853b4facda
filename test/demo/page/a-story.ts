import { scenarios } from '../../../src/demo/page/story/scenarios.ts'
import type { Story } from '../../../src/demo/page/story/story.ts'

/** An open pull request, with what differs. */
export function aStory(differs: Partial<Story> = {}): Story {
  const [scenario] = scenarios
  if (scenario === undefined) throw new Error('There is no pull request to try.')
  const id = '12345678-1234-5678-1234-567812345678'
  return {
    scenario,
    number: 1,
    title: 'Fix',
    body: 'A fix.',
    state: 'open',
    since: '2026-11-21T10:00:00Z',
    run: { id, name: 'lyrical-pudu', url: `http://127.0.0.1:4200/runs/flow-run/${id}` },
    states: [],
    delivery: null,
    events: [],
    lines: [],
    comments: [],
    ...differs,
  }
}
