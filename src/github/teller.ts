import type { Inbox } from '../inbox/index.ts'
import { UnclearCommentError } from './unclear-comment-error.ts'
import { type CommentServices, writeComment } from './write-comment.ts'

/** Sees to it that people can read the newest report of each merge. */
export interface Teller {
  /** There may be something new. */
  wake(): void
  /** Tells what is untold; resolves when it was tried. What failed is untold again after a while. */
  round(): Promise<void>
}

/**
 * How long one that failed is left alone, in milliseconds: doubling from the first to the longest. GitHub may show a
 * comment late that it stored without saying so.
 */
const pauses = { first: 1000, unclear: 30_000, longest: 300_000 }

/**
 * How long a comment may take before another replica may think that we are gone, and until when of that it may be
 * begun, in milliseconds: while GitHub is ill, the client may look for an old one for minutes.
 */
const claim = { whole: 120_000, begin: 60_000 }

/**
 * Comments are written beside the work, and never in its way: GitHub wants seconds between two of one installation,
 * and a decision must not wait for that. A comment says what is newest when its turn comes.
 *
 * @param now a clock that never goes back, in milliseconds
 */
export function createTeller(
  inbox: Pick<Inbox, 'untold' | 'claimUntold' | 'told' | 'notTold'>,
  services: CommentServices,
  now: () => number = () => performance.now(),
): Teller {
  const underWay = new Map<string | null, Promise<void>>()

  async function tell(key: string): Promise<void> {
    const begun = now()
    const untold = await inbox.claimUntold(key, claim.whole)
    if (untold === null) return
    const mayBegin = () => now() - begun < claim.begin
    try {
      await inbox.told(untold, await writeComment(untold, mayBegin, services))
    } catch (error) {
      const first = error instanceof UnclearCommentError ? pauses.unclear : pauses.first
      const pause = Math.max(first, Math.min(pauses.first * 2 ** untold.failures, pauses.longest))
      services.log.warn({ err: error, merge: key, pause }, 'comment could not be written yet')
      await inbox.notTold(untold, pause)
    }
  }

  /** One comment of an installation after the other. */
  async function tellInstallation(installation: string | null): Promise<void> {
    for (;;) {
      const next = (await inbox.untold()).find((untold) => untold.installation === installation)
      if (next === undefined) return
      await tell(next.key)
    }
  }

  async function round(): Promise<void> {
    for (const { installation } of await inbox.untold()) {
      if (underWay.has(installation)) continue
      const told = tellInstallation(installation).finally(() => underWay.delete(installation))
      underWay.set(installation, told)
    }
    await Promise.all(underWay.values())
  }

  return {
    round,
    wake() {
      round().catch((error: unknown) =>
        services.log.error({ err: error }, 'telling failed; it is tried again'),
      )
    },
  }
}
