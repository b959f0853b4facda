import { commentLines } from './comment-lines.ts'
import { deliveryLines } from './delivery-lines.ts'
import type { Answer, Explanation } from './explanation.ts'
import { section } from './layout.ts'
import { askedLines, mergeLines } from './merge-lines.ts'
import { runLines } from './run-lines.ts'
import { standingLines } from './standing-words.ts'
import { shown } from './untrusted.ts'
import { unusedWords } from './unused-words.ts'

/** The answer for people: what happened in a sentence or two, then the facts. Ends without a line break. */
export function renderText({ found }: Answer): string {
  const [only] = found.length === 1 ? found : []
  if (only !== undefined) return linesOf(only).join('\n')
  return [
    `${found.length} answers, the newest first.`,
    ...found.flatMap((each, index) => ['', `--- ${index + 1} of ${found.length}`, '', ...linesOf(each)]),
  ].join('\n')
}

function linesOf({ verdict, deliveries, merge }: Explanation): string[] {
  const { says, next } = verdict
  return [
    says,
    next,
    ...section('Deliveries', deliveryLines({ deliveries, merge })),
    ...(merge === null
      ? []
      : [
          ...section('Merge', mergeLines(merge)),
          ...section('Standing', standingLines(merge)),
          ...section('Flow runs', runLines(merge)),
          ...section('Seen, but not used', unusedLines(merge.unused)),
          ...section('Asked for by people', askedLines(merge.askedAttempts)),
          ...section('Comment', commentLines(merge)),
        ]),
  ]
}

function unusedLines(unused: readonly { url: string; because: string }[]): string[] {
  return unused.flatMap(({ url, because }) => [shown(url, 500), `  ${unusedWords(because).says}`])
}
