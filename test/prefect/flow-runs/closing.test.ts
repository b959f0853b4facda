import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFlowRuns, findNamedFlowRuns } from '../../../src/prefect/flow-runs/index.ts'

const uiUrls = ['https://app.prefect.cloud']
const ids = ['a', 'b', 'c'].map((letter) => `0689ad19-2b9a-7dfd-8000-93299086c1${letter}${letter}`)
const [A, B, C] = ids.map((id) => `https://app.prefect.cloud/runs/flow-run/${id}`)
const older = `https://app.prefect.cloud/flow-runs/flow-run/${ids[0]}`

/** The runs A, B and C that a text names, in order: in capitals where it closes them. */
const named = (text: string) =>
  findNamedFlowRuns(text, uiUrls)
    .map(({ id, closing }) => (closing ? 'ABC' : 'abc').charAt(ids.indexOf(id)))
    .join('')

test.each(
  'fix fixes fixed fixing close closes closed closing resolve resolves resolved resolving resume resumes resumed resuming'.split(
    ' ',
  ),
)('%s closes, in any case, with and without a colon', (word) => {
  for (const written of [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`]) {
    expect(named(`${written} ${A}`)).toBe('A')
    expect(named(`This ${written}: ${A}.`)).toBe('A')
  }
})

test.each([
  ['other words', `See ${A}, refs ${B}, fixture ${C}`, 'abc'],
  ['a longer word', `unfixed ${A} bugfixes ${B} resumee ${C}`, 'abc'],
  ['a part of a compound: it may say the opposite', `hot-fixes ${A} un-resolved ${B} fix-up ${C}`, 'abc'],
  ['a part of a name', `snake_fixes ${A} fixes_snake ${B} fix2 ${C}`, 'abc'],
  ['the end of an address', `https://example.com/fix ${A}, <https://example.com/fix> ${B}`, 'ab'],
  ['a word that markup makes longer', `un<b>fixes</b> ${A}, bug**fixes** ${B}, Fix<!-- -->ture ${C}`, 'abc'],
  ['a word far before', `This fixes the bug of ${A}`, 'a'],
  ['a word of the sentence before', `It is fixed. ${A}, really fixed! ${B}`, 'ab'],
  ['a word after the run', `${A} fixes ${B}`, 'aB'],
  ['an image between', `Fixes ![x](y) ${A}, fixes <img src="y"> ${B}`, 'ab'],
  ['an issue that begins the list', `Fixes #12, ${A}`, 'a'],
  ['a URL that begins the list', `Fixes https://github.com/o/r/issues/12, ${A}`, 'a'],
  [
    'a link that begins the list',
    `Fixes [#12](https://example.com), ${A}, <https://example.com>, ${B}`,
    'ab',
  ],
])('what does not close is %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['a bare URL', `Fixes ${A}`, 'A'],
  ['one with a query', `Fixes ${A}?tab=logs#top, ${B}/ and ${C}`, 'ABC'],
  ['an autolink', `Fixes <${A}>`, 'A'],
  ['a link', `Fixes [the run](${A})`, 'A'],
  ['a link whose text is the URL', `Fixes [${A}](${A})`, 'A'],
  ['a link elsewhere whose text is the URL', `Fixes [${A}](https://example.com)`, 'A'],
  ['a reference', `Fixes [the run][one]\n\n[one]: ${A}`, 'A'],
  ['a badge', `Fixes [![x](y)](${A})`, 'A'],
  ['emphasis of the word', `**Fixes:** ${A}, __Closes__: ${B}, _resumes_ ${C}`, 'ABC'],
  ['emphasis of both', `**Fixes ${A}** ***Fixes*** *${B}*`, 'AB'],
  ['emphasis of a part of the word', `**Fix**es ${A}`, 'A'],
  ['a task', `- [x] Fixes ${A}`, 'A'],
  ['a heading', `## Fixes ${A}\n\nResolves: ${B}\n===`, 'AB'],
  ['a cell', `| a | b |\n|---|---|\n| Fixes ${A} | ${B} |`, 'Ab'],
  ['a link of HTML', `Fixes <a class="x" href="${A}">the run</a>`, 'A'],
  ['emphasis of HTML', `<b>Fixes:</b> <i>${A}</i>`, 'A'],
  ['HTML in a block of its own', `<p>Fixes ${A}</p>`, 'A'],
  ['code spans', `Fixes \`${A}\`, \`closes\` ${B}, \`resumes ${C}\``, 'ABC'],
  ['a quote', `> Fixes ${A}`, 'A'],
  ['quotation marks and parentheses', `fixes "${A}", this (closes (${B})), fixes “${C}”`, 'ABC'],
  ['a dash', `Fixed - ${A}. Closed – ${B}. Resumed: — ${C}`, 'ABC'],
  ['blanks of all kinds', `Fixes:\t${A}. Fixes\u00a0${B}. Fixes &nbsp; ${C}`, 'ABC'],
  ['what nobody sees', `Fixes \u2068${A}. Fixes\u200b ${B}. Fix&shy;es ${C}`, 'ABC'],
  ['a comment between', `Fixes <!-- paste it\nhere --> ${A}`, 'A'],
  ['escapes', `Fixes\\: ${A}`, 'A'],
  ['a footnote between', `Fixes[^1] ${A}\n\n[^1]: x`, 'A'],
  ['a word within the text of its link', `[Fixes ${A}](${A})`, 'A'],
  ['a word that is another link', `[This fixes](${B}) ${A}`, 'bA'],
])('a run is closed through %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['a line break', `Fixes\n${A}`, 'a'],
  ['a hard one', `Fixes:  \n${A}\n\nFixes\\\n${B}`, 'ab'],
  ['one of HTML', `Fixes<br>${A}`, 'a'],
  ['the end of a paragraph', `Fixes\n\n${A}`, 'a'],
  ['the end of a heading', `# Fixes\n${A}`, 'a'],
  ['the end of an item', `- Fixes\n- ${A}\n- Fixes:\n  - ${B}`, 'ab'],
  ['the end of a cell', `| Fixes | ${A} |\n|---|---|\n| Fixes | ${B} |`, 'ab'],
  ['the end of a cell of HTML', `<table><tr><td>Fixes</td><td>${A}</td></tr></table>`, 'a'],
  ['a summary', `<details><summary>Fixes</summary>${A}</details>`, 'a'],
  ['a quote', `Fixes\n> ${A}`, 'a'],
  ['a block of code', `Fixes\n\`\`\`\n${A}\n\`\`\`\n\nFixes\n\n    ${B}`, 'ab'],
  ['a footnote', `Fixes[^1]\n\n[^1]: ${A}`, 'a'],
  ['a break within the text of a link', `Fixes [the\nrun](${A}) and ${B}`, 'Ab'],
])('no word carries over %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['in a comment', `<!-- Fixes --> ${A}`, 'a'],
  ['in a comment of several lines', `<!--\nFixes\n--> ${A}`, 'a'],
  ['in what GitHub drops', `<title>Fixes</title> ${A}`, 'a'],
  ['in an attribute', `<b title="Fixes">${A}</b>`, 'a'],
  ['in the description of an image', `![Fixes](x) ${A}`, 'a'],
  ['in a definition', `[Fixes]: x\n${A}`, 'a'],
  ['in a log: it is not the author who speaks', `\`\`\`\nINFO Resuming ${A}\n\`\`\`\n\n    Fixes ${B}`, 'ab'],
])('no word counts %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['commas and a word', `Fixes ${A}, ${B} and ${C}`, 'ABC'],
  ['a comma before the word', `Fixes ${A}, ${B}, and ${C}`, 'ABC'],
  ['an ampersand', `Fixes: ${A} & ${B} &amp; ${C}`, 'ABC'],
  ['semicolons', `Fixes ${A}; ${B};${C}`, 'ABC'],
  ['no blanks', `Fixes ${A},${B},${C}`, 'ABC'],
  ['blanks only', `Fixes ${A} ${B}\t${C}`, 'ABC'],
  ['links', `Fixes [one](${A}), [two and a half](${B}) and <a href="${C}">three</a>`, 'ABC'],
  ['other markup', `**Fixes** <${A}>, \`${B}\`, **and** *${C}*`, 'ABC'],
  ['brackets', `Fixes [${A}], [${B}] (${C})`, 'ABC'],
])('a list counts whole, with %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['at other words', `Fixes ${A}, like ${B}, and ${C}`, 'Abc'],
  ['at `or`, which leaves open what is meant', `Fixes ${A} or ${B}`, 'Ab'],
  ['at a sentence', `Fixes ${A}. ${B}`, 'Ab'],
  ['at something that is no run', `Fixes ${A}, #12 and ${B}`, 'Ab'],
  ['at another URL', `Fixes ${A}, https://example.com/ and ${B}`, 'Ab'],
  ['at the end of its line', `Fixes ${A},\n${B}\n\n${C}`, 'Abc'],
  ['but another word begins another', `Fixes ${A}. See ${B}; closes ${C}`, 'AbC'],
  ['and a run before the word is in none', `${A}, fixes ${B}`, 'aB'],
])('a list ends %s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test('a run that is named twice is closed where any mention is, and keeps the URL of the first', () => {
  expect(findNamedFlowRuns(`See ${older}.\n\nFixes ${A}`, uiUrls)).toMatchObject([
    { id: ids[0], url: older, closing: true },
  ])
  expect(named(`Fixes ${A}. See ${older}`)).toBe('A')
})

const pieces = fc.array(
  fc.constantFrom(
    ...[
      A,
      B,
      C,
      `[x](${A})`,
      `<${B}>`,
      `<a href="${C}">`,
      '</a>',
      '[x',
      `](${B})`,
      '\n',
      '\n\n',
      '- ',
      ' | ',
    ],
    ...[
      '\n|-|-|\n',
      '`',
      '```\n',
      '<!--',
      '-->',
      '<br>',
      '*',
      '_',
      ' ',
      ', ',
      ' and ',
      ': ',
      'x',
      '\\',
      '&amp;',
    ],
    ...['@', '@', '@', ' @ ', ' @: '],
  ),
  { maxLength: 25 },
)

test('closing words do not change what is found', () => {
  fc.assert(
    fc.property(pieces, (pieces) => {
      const [closing, other] = ['Fixes', 'Mends'].map((word) => pieces.join('').replaceAll('@', word))
      const named = findNamedFlowRuns(closing ?? '', uiUrls)
      const found = findFlowRuns(other ?? '', uiUrls)
      expect(named.map(({ closing: _, ...reference }) => reference)).toEqual(found)
      expect(findFlowRuns(closing ?? '', uiUrls)).toEqual(found)
      expect(findNamedFlowRuns(other ?? '', uiUrls).filter((run) => run.closing)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
