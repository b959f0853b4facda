import type { z } from 'zod'

/** What is wrong with a document, by the first place that is; its content, which may be secret, is not named. */
export function describeIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.join('.')
  return `JSON in another form than we know (${place})`
}
