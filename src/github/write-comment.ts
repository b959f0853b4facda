import type { Logger } from 'pino'
import type { UntoldReport } from '../inbox/index.ts'
import { type Merge, mergeName, type Report } from '../resume/index.ts'
import { commentMarker, renderComment } from './comment/index.ts'
import type { Comments } from './comments.ts'
import { isFinalRefusal } from './final-refusal.ts'

/** What writing needs: the comments of a merge's pull request, as its installation may write them. */
export interface CommentServices {
  comments(merge: Merge): Promise<Comments>
  log: Logger
}

/**
 * Writes a report as the comment of its merge: makes it once, edits it from then on. Throws while GitHub cannot be
 * reached.
 *
 * @param mayBegin whether there is still time for a new comment, before somebody else may write it
 * @returns the comment's id; null where there never can be one
 */
export async function writeComment(
  untold: UntoldReport,
  mayBegin: () => boolean,
  services: CommentServices,
): Promise<string | null> {
  const { report, commentId } = untold
  const { merge } = report
  if (merge.installationId === null || !isWorthTelling(report)) return null
  try {
    const comments = await services.comments(merge)
    const body = renderComment(report)
    const written = commentId ?? (await comments.find(commentMarker(merge)))
    if (written === null) {
      if (!mayBegin()) throw new Error(`Looking for the comment on ${mergeName(merge)} took too long.`)
      return await comments.create(body)
    }
    await comments.update(written, body)
    return written
  } catch (error) {
    if (!isFinalRefusal(error)) throw error
    services.log.warn({ err: error, merge: mergeName(merge) }, 'GitHub does not let us comment')
    return null
  }
}

/** Bots quote other people's text: runs of foreign workspaces alone are no reason to write under it. */
function isWorthTelling({ merge, runs }: Report): boolean {
  const foreign = runs.every(
    ({ outcome }) => outcome.kind === 'left-alone' && outcome.why.reason === 'foreign-workspace',
  )
  return runs.length > 0 && !(foreign && merge.byBot)
}
