import { wantedPause } from '../pace.ts'
import { askForMissed } from './ask-for-missed.ts'
import { listDeliveries } from './list-deliveries.ts'
import { patience } from './patience.ts'
import type { Round, SweepServices, Tally } from './services.ts'

/** Only one program on a store sweeps at a time; one that was killed keeps others away for so many milliseconds. */
const right = { name: 'sweep', lasts: 120_000 }

/**
 * Sweeps up what GitHub could not deliver: deliveries of merges that it has in its log, and we have not. To be called
 * again and again, more often than there is a round; the first one comes at once.
 */
export function createSweeper(services: SweepServices): () => Promise<void> {
  const { inbox, now, leaving } = services
  let isFirst = true

  return async () => {
    const began = now()
    const due = await inbox.missed.nextRound()
    if (!isFirst && due !== null && due > began) return
    if (leaving.aborted || !(await inbox.hold(right.name, right.lasts))) return
    isFirst = false
    const mayGoOn = async () => !leaving.aborted && (await inbox.hold(right.name, right.lasts))
    const round = { ...services, began, mayGoOn, tally: { listed: 0, missed: 0, asked: 0, givenUp: 0 } }
    try {
      await inbox.missed.scheduleRound(await sweep(round))
    } finally {
      await inbox.letGo(right.name)
    }
  }
}

/** One round; gives when the next one is due. */
async function sweep(round: Round): Promise<number> {
  const { inbox, began, leaving, now, log } = round
  const regular = began + patience.round
  try {
    if (await listDeliveries(round)) {
      await askForMissed(round)
      await inbox.missed.forget(began - patience.window)
    }
    return Math.min(regular, (await inbox.missed.nextDue()) ?? regular)
  } catch (error) {
    if (leaving.aborted) return began
    const next = Math.max(regular, now() + wantedPause(error, now()))
    log.warn(
      { err: error, next: new Date(next).toISOString() },
      'the sweep for missed deliveries was cut off; it goes on with the next one',
    )
    return next
  } finally {
    tell(round)
  }
}

function tell({ tally, log }: Round): void {
  const { listed, missed, asked, givenUp }: Tally = tally
  if (missed + asked + givenUp > 0) log.info({ listed, missed, asked, given_up: givenUp }, 'sweep')
}
