import type { Logger } from 'pino'
import { every } from '../every.ts'
import type { Inbox, UntoldReport } from '../inbox/index.ts'

/**
 * A report that is being told is nobody else's for so long, and that is prolonged so often, in milliseconds: while
 * GitHub is ill, telling takes minutes, but what a killed program had begun shall be somebody else's soon.
 */
const claim = { lasts: 20_000, prolonged: 5000 }

/** A report that nobody else tells. */
export interface Claim {
  untold: UntoldReport
  /** Whether it is certain enough that nobody else tells it for writing what must not be there twice. */
  isSure(): boolean
  /** Prolongs it no longer; resolves when that is certain. */
  end(): Promise<void>
}

/** Takes a merge's newest report to be told; null when somebody else has it. @param now never goes back */
export async function claimReport(
  inbox: Pick<Inbox, 'claimUntold' | 'keepClaim'>,
  key: string,
  now: () => number,
  log: Logger,
): Promise<Claim | null> {
  let claimedAt = now()
  const untold = await inbox.claimUntold(key, claim.lasts)
  if (untold === null) return null

  async function prolong(): Promise<void> {
    const asked = now()
    await inbox.keepClaim(key, claim.lasts)
    claimedAt = asked
  }
  const prolonging = every(claim.prolonged, 'prolonging a claim', prolong, log)
  return {
    untold,
    isSure: () => now() - claimedAt < claim.lasts - claim.prolonged,
    end: () => prolonging.stop(),
  }
}
