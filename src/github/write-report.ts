import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Told, UntoldReport } from '../inbox/index.ts'
import { type Merge, mergeName } from '../resume/index.ts'
import {
  alertMarker,
  alertsOf,
  commentMarker,
  isWorthTelling,
  renderAlert,
  renderComment,
} from './comment/index.ts'
import type { Comments } from './comments.ts'
import { isFinalRefusal, isGone } from './final-refusal.ts'

/** What writing needs: the comments of a merge's pull request, as its installation may write them. */
export interface CommentServices {
  comments(merge: Merge): Promise<Comments>
  log: Logger
}

/**
 * Writes a report as the comment of its merge: makes it once, edits it from then on where the text is another one; and
 * adds a short comment for what nobody should miss, since edits notify nobody. Throws while GitHub cannot be reached.
 *
 * @param isSure whether it is still certain that nobody else writes: only then a new comment is made
 */
export async function writeReport(
  untold: UntoldReport,
  isSure: () => boolean,
  { comments, log }: CommentServices,
): Promise<Told> {
  const { report, commentId, digest, alerts } = untold
  const { merge } = report
  const asItWas: Told = { commentId, digest, alerts, writes: 0 }
  if (merge.installationId === null || (commentId === null && !isWorthTelling(report))) return asItWas
  try {
    const write = writerOf(merge, await comments(merge), isSure)
    const main = await writeMain(untold, write)
    // Making the comment told people all that is known by then.
    const added = main.made ? [] : await addAlerts(untold, write)
    return {
      commentId: main.commentId,
      digest: main.digest,
      alerts: [...new Set([...alerts, ...alertsOf(report).map(({ key }) => key)])],
      writes: main.writes + added.length,
    }
  } catch (error) {
    if (!isFinalRefusal(error)) throw error
    log.warn({ err: error, merge: mergeName(merge) }, 'GitHub does not let us comment')
    return asItWas
  }
}

/** Writes one comment: looks for it first, since it may be there although GitHub did not say so. */
type Write = (marker: string, body: string, knownId: string | null) => Promise<{ id: string; made: boolean }>

function writerOf(merge: Merge, comments: Comments, isSure: () => boolean): Write {
  return async (marker, body, knownId) => {
    const id = knownId ?? (await comments.find(marker))
    if (id === null) {
      if (!isSure()) throw new Error(`Looking for the comment on ${mergeName(merge)} took too long.`)
      return { id: await comments.create(body), made: true }
    }
    await comments.update(id, body)
    return { id, made: false }
  }
}

async function writeMain({ report, commentId, digest }: UntoldReport, write: Write) {
  const body = renderComment(report)
  const ours = createHash('sha256').update(body).digest('base64url')
  if (commentId !== null && digest === ours) return { commentId, digest: ours, made: false, writes: 0 }
  try {
    const { id, made } = await write(commentMarker(report.merge), body, commentId)
    return { commentId: id, digest: ours, made, writes: 1 }
  } catch (error) {
    // Who deleted the comment does not want it again, but may want to hear when the run fails.
    if (commentId === null || !isGone(error)) throw error
    return { commentId, digest: ours, made: false, writes: 1 }
  }
}

async function addAlerts({ report, alerts }: UntoldReport, write: Write): Promise<string[]> {
  const added: string[] = []
  for (const alert of alertsOf(report)) {
    if (alerts.includes(alert.key)) continue
    await write(alertMarker(report.merge, alert.key), renderAlert(alert, report), null)
    added.push(alert.key)
  }
  return added
}
