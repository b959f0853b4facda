import type { Report } from '../../resume/index.ts'
import { plainText } from './plain-text.ts'

/** Only the team reads what stands in a private repository; an internal one is read by a whole enterprise. */
export function isPrivate({ merge }: Report): boolean {
  return merge.repository.visibility === 'private'
}

/** So much of what others say is shown, in code points. */
const quoteLimit = 300

/**
 * What somebody else said, for the team only: it may tell of data and machines. Empty elsewhere, and where nothing
 * was said.
 *
 * @param introduction what stands before it: `Prefect says`
 */
export function quote(report: Report, introduction: string, said: string | null): string {
  const words = said?.trim() ?? ''
  if (words === '' || !isPrivate(report)) return ''
  return `${introduction}: ${plainText(words, quoteLimit)}${/[.!?]$/.test(words) ? '' : '.'}`
}
