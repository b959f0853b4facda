import type { Inbox, Untold } from '../inbox/index.ts'
import { claimReport } from './claim-report.ts'
import { mayWrite, pauseAfterFailure, pauseAfterWriting } from './pace.ts'
import { type CommentServices, writeReport } from './write-report.ts'

/** Sees to it that people can read the newest report of each merge. */
export interface Teller {
  /** There may be something new. */
  wake(): void
  /** Tells what is untold; resolves when it was tried. What failed is untold again after a while. */
  round(): Promise<void>
}

/** What the teller needs of the inbox. */
export type TellerInbox = Pick<
  Inbox,
  'untold' | 'claimUntold' | 'keepClaim' | 'told' | 'notTold' | 'writesOf' | 'wrote'
>

/**
 * Comments are written beside the work, and never in its way: GitHub wants seconds between two of one installation,
 * and a decision must not wait for that. A comment says what is newest when its turn comes.
 *
 * @param now a clock that never goes back, in milliseconds
 */
export function createTeller(
  inbox: TellerInbox,
  services: CommentServices,
  now: () => number = () => performance.now(),
): Teller {
  const underWay = new Map<string | null, Promise<void>>()

  async function tell({ key, installation }: Untold): Promise<void> {
    const claim = await claimReport(inbox, key, now, services.log)
    if (claim === null) return
    const { untold, isSure } = claim
    const result = await writeReport(untold, isSure, services).catch((error: unknown) => ({ error }))
    await claim.end()
    if ('error' in result) {
      const pause = pauseAfterFailure(result.error, untold.failures, Date.now())
      services.log.warn({ err: result.error, merge: key, pause }, 'comment could not be written yet')
      return await inbox.notTold(untold, pause)
    }
    for (let count = 0; count < result.writes; count += 1) await inbox.wrote(installation ?? '')
    await inbox.told(untold, result, pauseAfterWriting(untold.tells + result.writes))
  }

  /** One comment of an installation after the other, the urgent ones first. */
  async function tellInstallation(installation: string | null): Promise<void> {
    for (;;) {
      const next = (await inbox.untold()).find((untold) => untold.installation === installation)
      if (next === undefined) return
      const written = installation === null ? 0 : await inbox.writesOf(installation)
      if (!mayWrite(written, next.isUrgent)) return
      await tell(next)
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
