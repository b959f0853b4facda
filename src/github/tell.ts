import type { Logger } from 'pino'
import { type Merge, mergeKey, mergeName, type Report } from '../resume/index.ts'
import { commentMarker, renderComment } from './comment/index.ts'
import type { Comments } from './comments.ts'
import { isFinalRefusal } from './final-refusal.ts'

export interface TellServices {
  comments(merge: Merge): Promise<Comments>
  store: {
    commentId(mergeKey: string): Promise<string | null>
    rememberComment(mergeKey: string, commentId: string): Promise<void>
  }
  log: Logger
}

/**
 * Writes a report as the comment of its merge: makes it once, edits it from then on.
 *
 * Throws while GitHub cannot be reached; gives false where a comment can never be written.
 */
export async function tell(report: Report, services: TellServices): Promise<boolean> {
  const { merge } = report
  if (merge.installationId === null || !isWorthTelling(report)) return false
  try {
    await write(report, await services.comments(merge), services)
    return true
  } catch (error) {
    if (!isFinalRefusal(error)) throw error
    services.log.warn({ err: error, merge: mergeName(merge) }, 'GitHub does not let us comment')
    return false
  }
}

async function write(report: Report, comments: Comments, { store }: TellServices): Promise<void> {
  const key = mergeKey(report.merge)
  const body = renderComment(report)
  const remembered = await store.commentId(key)
  const written = remembered ?? (await comments.find(commentMarker(report.merge)))
  if (written !== null) await comments.update(written, body)
  const id = written ?? (await comments.create(body))
  if (remembered === null) await store.rememberComment(key, id)
}

/** Bots quote other people's text: runs of foreign workspaces alone are no reason to write under it. */
function isWorthTelling({ merge, runs }: Report): boolean {
  const foreign = runs.every(
    ({ outcome }) => outcome.kind === 'left-alone' && outcome.why.reason === 'foreign-workspace',
  )
  return runs.length > 0 && !(foreign && merge.byBot)
}
