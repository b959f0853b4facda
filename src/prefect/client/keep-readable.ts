import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { describeIssue } from './describe-issue.ts'
import { identifiedSchema } from './schemas/id.ts'

/** How many different problems are remembered, so that each is told once. */
const remembered = 1000

/** What can be read among several things; the rest is left out, and told, each once. */
export function keepReadable<T>(
  connection: Connection,
  elements: readonly unknown[],
  schema: z.ZodType<T>,
): T[] {
  return elements.flatMap((element) => {
    const parsed = schema.safeParse(element)
    if (parsed.success) return [parsed.data]
    const identified = identifiedSchema.safeParse(element)
    tell(connection, identified.success ? identified.data.id : null, describeIssue(parsed.error))
    return []
  })
}

function tell({ unreadable, onUnreadable }: Connection, id: string | null, problem: string): void {
  const key = `${id} ${problem}`
  if (unreadable.has(key)) return
  if (unreadable.size >= remembered) unreadable.clear()
  unreadable.add(key)
  onUnreadable?.(id, problem)
}
