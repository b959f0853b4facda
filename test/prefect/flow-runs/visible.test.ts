import { expect, test } from 'vitest'
import { findFlowRuns } from '../../../src/prefect/flow-runs/index.ts'

const ids = ['a', 'b', 'c'].map((letter) => `0689ad19-2b9a-7dfd-8000-93299086c1${letter}${letter}`)
const [A, B, C] = ids.map((id) => `https://app.prefect.cloud/runs/flow-run/${id}`)

/** Which of the runs A, B and C a text names, in order. */
const named = (text: string) =>
  findFlowRuns(text, ['https://app.prefect.cloud'])
    .map(({ id }) => 'ABC'.charAt(ids.indexOf(id)))
    .join('')

test.each([
  ['A comment in the middle of a paragraph hides what it holds', `x <!-- ${A} --> ${B}`, 'B'],
  ['so does one of several lines', `x <!-- a\n${A}\nb --> ${B}`, 'B'],
  ['an unclosed one in a paragraph is text', `x <!-- ${A}`, 'A'],
  ['at the start of a line it hides the rest, even of a paragraph', `x\n<!-- ${A}\n\n${B}`, ''],
  ['what follows a comment on its last line is shown', `<!-- ${A}\n--> ${B}\n\n${C}`, 'BC'],
  ['a comment may be empty in three ways', `<!--> ${A}\n\n<!---> ${B}\n\n<!----> ${C}`, 'ABC'],
  ['but where it may have been meant to go on it does', `<!--> ${A} -->\n\n${B}`, 'B'],
  ['a comment in code is code', `\`<!-- ${A} -->\` and\n\n    <!-- ${B} -->`, 'AB'],
  ['in fenced code too', `\`\`\`html\n<!-- ${A} -->\n\`\`\`\n${B}`, 'AB'],
  ['an unclosed one in fenced code hides nothing', `~~~\n<!--\n~~~\n${A}`, 'A'],
  ['backticks in a comment begin no code', `<!-- \` -->\n\n<!-- ${A} \` -->`, ''],
  ['a comment in a quote ends where it says', `> <!-- ${A}\n> --> ${B}\n\n${C}`, 'BC'],
  ['one left open in a quote is open in the page: browsers know no quote', `> <!-- ${A}\n\n${B}`, ''],
  ['one left open in an item too', `- <!-- ${A}\n\n${B}`, ''],
  [
    'one that a blank line parts from its end stays open',
    `<details>\n<!--\n\n${A}\n\n-->\n</details>\n\n${B}`,
    '',
  ],
  ['until raw HTML closes it', `<div>\n<!--\n\n${A}\n\n<p>--></p>\n\n${B}`, 'B'],
  ['an escaped comment is text', `\\<!-- ${A} -->`, 'A'],
  ['a comment parts what stands beside it', `https://app.prefect.cloud/<!-- -->runs/flow-run/${ids[0]}`, ''],
])('%s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['A definition that is used is a link, at the place of its use', `[x][one] ${B}\n\n[one]: ${A}`, 'AB'],
  ['one that is not used is nothing', `x\n\n[one]: ${A}`, ''],
  ['labels are compared without case and space', `[The  run][]\n\n[the RUN]: <${A}>`, 'A'],
  ['the first of a label counts', `[x]\n\n[x]: ${A}\n[x]: ${B}`, 'A'],
  ['a definition may take three lines', `[x]\n\n[x]:\n${A}\n"a title of ${B}"`, 'A'],
  ['its title is not shown', `[x]\n\n[x]: ${A} (${B})`, 'A'],
  ['in a paragraph it is text', `a\n[x]: ${A}`, 'A'],
  ['with more behind it it is text', `[x]: ${A} and ${B}`, 'AB'],
  ['in a quote it counts for all', `[x]\n\n> [x]: ${A}`, 'A'],
  ['as a comment it hides', `[//]: # (${A})\n[comment]: <> "${B}"\n\n${C}`, 'C'],
  ['a label that holds a bracket refers to nothing', `[[x]]\n\n[[x]]: ${A}`, 'A'],
  ['an image does not use it to be clicked', `![x]\n\n[x]: ${A}`, ''],
  ['in code a label refers to nothing', `\`[x]\`\n\n[x]: ${A}`, ''],
  ['it is no header of a table', `[x]: ${A}\n|---|\n| b |`, ''],
  ['A footnote that is used is shown, at the end', `x[^1] ${B}\n\n[^1]: ${A}`, 'BA'],
  ['with all its blocks', `x[^1]\n\n[^1]: a\n\n    - ${A}\n\nb ${B}`, 'BA'],
  ['one that is not used is not', `x\n\n[^1]: ${A}`, ''],
  ['nor one that only such a one uses', `x\n\n[^1]: [^2]\n\n[^2]: ${A}`, ''],
  ['one that a shown one uses is', `x[^1]\n\n[^1]: [^2]\n\n[^2]: ${A}`, 'A'],
  ['of two of a name the first', `x[^1]\n\n[^1]: ${A}\n\n[^1]: ${B}`, 'A'],
])('%s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['The target of a link can be clicked, its title cannot', `[x](${A} "${B}")`, 'A'],
  ['text that looks like another run is seen', `[${A}](${B})`, 'BA'],
  ['a link without anything to click is none', `[](${A}) [ ](${B}) [<!-- -->](${C})`, ''],
  ['nor with what nobody sees', `[&#8203;](${A}) [\u200d](${B}) <a href="${C}"> </a>`, ''],
  ['an image is something to click', `[![x](y)](${A}) <a href="${B}"><img src="y"></a>`, 'AB'],
  ['the source and description of an image are not shown', `![${A}](${B})`, ''],
  [
    'escapes and entities in targets are read',
    `[x](https:&#x2f;/app.prefect.cloud/runs/flow\\-run/${ids[0]})`,
    'A',
  ],
  ['a target must be the run', `[x](https://evil.com/?${A}) [x](javascript:location='${B}')`, ''],
  ['a link that is not closed is text', `[x](${A}`, 'A'],
  ['an address swallows the markup in it', `https://evil.com/[x](${A})`, ''],
  ['as code, though, a link is text', `\`[x](${A})\``, 'A'],
  ['Of HTML the href of a link counts', `<a title="${A}" href='${B}'>x</a>`, 'B'],
  [
    'whatever its case, and with or without quotes',
    `<A HREF=${A}>x</A>\n\n<div><a\nhref = "${B}">x</a></div>`,
    'AB',
  ],
  ['but not other attributes', `<img src="${A}" alt="${B}"> <b data-href="${C}">x</b>`, ''],
  ['nor the href of what is no link', `<link href="${A}"> <area href="${B}">`, ''],
  ['the first of two counts', `<a href="${A}" href="${B}">x</a>`, 'A'],
  ['folded details are shown', `<details><summary>${A}</summary>\n\n${B}\n\n</details>`, 'AB'],
  [
    'scripts and styles are not',
    `<script>\n"${A}"\n</script>\n\n<style>${B}</style>\n\nx <style>${C}</style>`,
    '',
  ],
  ['a script that is only talked about hides nothing', `Drop <script> ${A}`, 'A'],
  ['instructions, declarations and CDATA are not', `<?x ${A} ?>\n\n<!X ${B}>\n\nx <![CDATA[ ${C} ]]>`, ''],
  ['a tag that never ends takes what it holds', `<div>\n<p title="${A}\n\n<b>`, ''],
  ['but no more than the page gives it', `<p align="center>\n\nFixes ${A}`, 'A'],
])('%s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})

test.each([
  ['What names the language of code is not shown', `\`\`\`${A}\n${B}\n\`\`\``, 'B'],
  ['a drawing is not its source', `\`\`\`mermaid\n%% ${A}\n\`\`\``, ''],
  ['code goes on to its fence, and a shorter one is none', `\`\`\`\`\n\`\`\`\n<!--\n\`\`\`\`\n${A}`, 'A'],
  ['code ends with its list', `- \`\`\`\n  <!--\n\n${A}`, 'A'],
  ['a paragraph goes on without its marker', `> x <!--\n${A} --> ${B}`, 'B'],
  ['indented text in a paragraph is no code', `x\n    <!-- ${A} --> ${B}`, 'B'],
  ['a code span ends at as many backticks', `\`\` \` <!-- ${A} \`\``, 'A'],
  ['and not in another paragraph', `\` <!--\n\n\` <!-- ${A} -->`, ''],
  ['nor in another cell', `| a | b |\n|---|---|\n| \`<!-- | \`${A} --> |`, 'A'],
  ['cells beyond the header are dropped', `| a |\n|---|\n| ${A} | ${B} |`, 'A'],
  ['headings of both kinds show', `# ${A}\n\n${B}\n===`, 'AB'],
  ['tabs, returns and deep lists too', `-\t1. > - ${A}\r\n\r\n\t${B}\r${C}`, 'ABC'],
])('%s: %#', (_, text, expected) => {
  expect(named(text)).toBe(expected)
})
