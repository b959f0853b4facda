import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { listPage } from '../../../src/demo/page/html/list-page.ts'
import { renderMarkdown } from '../../../src/demo/page/html/markdown.ts'
import { pullRequestPage } from '../../../src/demo/page/html/pull-request-page.ts'
import { runPage } from '../../../src/demo/page/html/run-page.ts'
import type { Story } from '../../../src/demo/page/story/story.ts'
import { aStory } from './a-story.ts'

const pages: [string, (story: Story) => string][] = [
  ['of a pull request', (story) => toHtml(pullRequestPage(story, 'token'))],
  ['of all pull requests', (story) => toHtml(listPage([story]))],
  ['of a flow run', (story) => toHtml(runPage(story))],
]

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '</title>',
        '</h1>',
        '<script>',
        '-->',
        '<!--',
        '&lt;',
        '=',
        ' ',
        'a',
      ),
      { minLength: 1 },
    )
    .map((parts) => parts.join('')),
)

function countTags(html: string): number {
  return html.split('<').length - 1
}

describe.each(pages)('the page %s', (_name, render) => {
  test('shows any title as text', () => {
    const plain = countTags(render(aStory()))
    fc.assert(
      fc.property(hostile, (title) => {
        expect(countTags(render(aStory({ title })))).toBe(plain)
      }),
    )
  })

  test('shows whatever a run is called, and whatever is logged, as text', () => {
    const { run } = aStory()
    const story = (text: string) =>
      aStory({
        run: { ...run, name: text },
        lines: [{ level: 30, msg: 'delivery', outcome: text, reason: text }],
      })
    const plain = countTags(render(story('a')))
    fc.assert(
      fc.property(hostile, (text) => {
        expect(countTags(render(story(text)))).toBe(plain)
      }),
    )
  })
})

const fragments = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
  '[link](javascript:alert(1))',
  '<svg><style>',
  '<iframe src="https://example.org">',
  '<form action="/acme/etl/pull/1/merge" method=post>',
  '<button>',
  '<input name=token>',
  '<meta http-equiv=refresh content=0>',
  '<link rel=stylesheet href=//example.org>',
  '<b style="position:fixed">',
  '</div></article>',
  '<!-- hidden',
  '-->',
  '<details open ontoggle=alert(1)>',
  '`',
  '| a |\n| - |\n',
  '\n\n',
  'text ',
]

test('of the HTML in a description only that is left which GitHub lets through', () => {
  const text = fc.array(fc.constantFrom(...fragments), { minLength: 1 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (markdown) => {
      const html = toHtml(renderMarkdown(markdown))
      const tags = html.match(/<[^>]*>/g)?.join('\n') ?? ''
      expect(tags).not.toMatch(/<\/?(?:script|svg|style|iframe|form|button|meta|link)\b|<!--/i)
      expect(tags).not.toMatch(/\s(?:on\w+|style)=|javascript:/i)
      expect(tags.match(/<input[^>]*>/g) ?? []).not.toContainEqual(expect.not.stringContaining('disabled'))
    }),
  )
})

test('a description is shown as GitHub shows it', () => {
  const html = toHtml(
    renderMarkdown(
      'One\ntwo <sub>small</sub> <!-- hidden -->\n\n| a |\n| - |\n| b |\n\nhttp://127.0.0.1:1/x',
    ),
  )
  expect(html.replaceAll('\n', '')).toBe(
    '<p>One<br>two <sub>small</sub> </p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>' +
      '<p><a href="http://127.0.0.1:1/x">http://127.0.0.1:1/x</a></p>',
  )
})

test('the keyboard goes through a page as the eye does', () => {
  const html = toHtml(pullRequestPage(aStory({ body: '[run](http://127.0.0.1:1/)' }), 'token'))
  const stops = [...html.matchAll(/<(?:a [^>]*href|button|summary)[^>]*>(.*?)<\/(?:a|button|summary)>/g)]
  expect(stops.map(([, label = '']) => label.replaceAll(/<[^>]*>/g, ''))).toEqual([
    'resume-on-merge',
    'run',
    'The description as it was written',
    'Merge pull request',
    'Close pull request',
    'Start over',
    'Flow run in Prefect',
    'lyrical-pudu',
    'Delivery',
    'Event',
    'Decision',
    'Edits of the comment',
  ])
  expect(html).not.toContain('tabindex')
})

test('a page loads itself again while something happens and scripts are off, and only then', () => {
  const refresh = '<noscript><meta http-equiv="refresh" content="2; url=/acme/etl/pull/1"></noscript>'
  const page = (story: Partial<Story>) => toHtml(pullRequestPage(aStory(story), 'token'))
  expect(page({ state: 'open' })).not.toContain(refresh)
  expect(page({ state: 'merged' })).toContain(refresh)
  const lines = [{ level: 30, msg: 'delivery', outcome: 'not-matched' }]
  expect(page({ state: 'closed', lines })).not.toContain(refresh)
})

test('what changes is read out politely', () => {
  const html = toHtml(pullRequestPage(aStory(), 'token'))
  expect(html).toMatch(/<p class="now" id="now" role="status" aria-live="polite"/)
})
