import { z } from 'zod'
import type { LogLine } from '../../demo-log.ts'
import type { Story } from './story.ts'

/** Of the line that ends a piece of work: what was decided about each run. */
const finishedSchema = z.looseObject({
  runs: z.array(z.looseObject({ decision: z.string(), reason: z.string().optional() })),
})

/** Whether a line of the log tells what the App decided. */
export function isDecision({ msg }: LogLine): boolean {
  return msg === 'delivery' || msg === 'merge finished'
}

/** What the App has decided so far, in its own short words; empty before. */
export function decisionWords({ lines }: Pick<Story, 'lines'>): string {
  const newest = lines.findLast(isDecision)
  if (newest === undefined) return ''
  const finished = finishedSchema.safeParse(newest)
  if (!finished.success) return String(newest['outcome'] ?? '')
  return finished.data.runs
    .map(({ decision, reason }) => (reason === undefined ? decision : `${decision}: ${reason}`))
    .join(', ')
}
