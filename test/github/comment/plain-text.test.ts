import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { plainText } from '../../../src/github/comment/plain-text.ts'
import { cut } from '../../../src/visible-text.ts'
import { hostileText } from './hostile.ts'
import { nodesOf, parse, searched, seen } from './markdown.ts'

test.each([
  ['wise-pudu', '`wise-pudu`'],
  ['`', '`` ` ``'],
  ['a ` b `` c', '```a ` b `` c```'],
  ['a|b', '`a`&#124;`b`'],
  ['<!-- x', '`<`&#33;`-- x`'],
  ['two\r\n\tlines', '`two lines`'],
  [' around ', '`around`'],
  ['left\u202Eright\u200B', '`leftright`'],
  ['two \u200B words', '`two words`'],
  ['', '(empty)'],
  ['\u200B\n', '(empty)'],
  ['😀'.repeat(11), `\`${'😀'.repeat(10)}…\``],
])('%j is written as %s', (text, markdown) => {
  expect(plainText(text, 10)).toBe(markdown)
})

const contexts: [where: string, around: (markdown: string) => string, find: (root: Nodes) => Nodes[]][] = [
  ['a sentence', (markdown) => `Before ${markdown} after.`, (root) => [root]],
  ['a list item', (markdown) => `- Before ${markdown} after.`, (root) => [root]],
  ['a heading', (markdown) => `### Before ${markdown} after.`, (root) => [root]],
  ['a link', (markdown) => `[Before ${markdown} after.](https://a.example)`, (root) => [root]],
  [
    'a table cell',
    (markdown) => `| a | b |\n| --- | --- |\n| Before ${markdown} after. | last |`,
    (root) => nodesOf(root).filter((node) => node.type === 'tableCell'),
  ],
]

const allowed: ReadonlySet<string> = new Set([
  ...['root', 'paragraph', 'text', 'inlineCode', 'heading', 'list', 'listItem', 'link'],
  ...['table', 'tableRow', 'tableCell'],
])

test.each(contexts)('any text stays text in %s, and nothing in it is looked at', (where, around, find) => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const root = parse(around(plainText(text, limit)))
      const visible = cut(text, limit)
      const found = find(root).map(seen)
      const expected = `Before ${visible === '' ? '(empty)' : visible} after.`
      expect(found).toEqual(where === 'a table cell' ? ['a', 'b', expected, 'last'] : [expected])

      expect(nodesOf(root).filter(({ type }) => !allowed.has(type))).toEqual([])
      expect(nodesOf(root).filter(({ type }) => type === 'link')).toHaveLength(where === 'a link' ? 1 : 0)
      expect(searched(root).replace('(empty)', '')).toMatch(/^(ab)?Before [|!]* after\.(last)?$/)
    }),
    { numRuns: 300 },
  )
})

test('what is shown holds no invisible characters, and is no longer than asked for', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, limit) => {
      const visible = cut(text, limit)
      expect(visible).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}\u2028\u2029]|\s{2}|^\s|\s$/u)
      expect([...visible].length).toBeLessThanOrEqual(limit + 1)
      expect(plainText(text, limit)).not.toMatch(/<!--|\||\n/)
    }),
  )
})
