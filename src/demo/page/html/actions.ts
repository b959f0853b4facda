import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Story, storyPath } from '../story/story.ts'

/** What can be pressed while a pull request is open. @param token proves that the form is ours */
export function mergeBox(story: Story, token: string): Element {
  const { suggests } = story.scenario
  return h('.merge-box', [
    h('p', 'No conflicts with the base branch.'),
    h('.buttons', [
      button(story, 'merge', 'Merge pull request', suggests === 'merge', token),
      button(story, 'close', 'Close pull request', suggests === 'close', token),
    ]),
  ])
}

/** Opens the same pull request anew. */
export function startOver(story: Story, token: string): Element {
  return h('.start-over', [
    button(story, 'start-over', 'Start over', false, token),
    h('p', 'Opens it anew, under the next number and with a run of its own.'),
  ])
}

function button(story: Story, action: string, label: string, primary: boolean, token: string): Element {
  return h('form', { method: 'post', action: `${storyPath(story)}/${action}` }, [
    h('input', { type: 'hidden', name: 'token', value: token }),
    h('button', { type: 'submit', className: primary ? ['primary'] : [] }, label),
  ])
}
