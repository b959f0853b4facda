import type { MissedDelivery } from '../../inbox/index.ts'
import { isFinalRefusal } from '../final-refusal.ts'
import { isUnclear } from '../unclear-comment-error.ts'
import { askedOnce, decideOnMissed } from './decide-on-missed.ts'
import { patience } from './patience.ts'
import { persist } from './persist.ts'
import type { Round } from './services.ts'

/** Asks GitHub for the missed deliveries whose turn has come, one after the other, those that wait longest first. */
export async function askForMissed(round: Round): Promise<void> {
  const { inbox, began } = round
  for (const missed of await inbox.missed.due(began)) {
    if (!(await round.mayGoOn())) return
    const isStored = (await inbox.delivery(missed.guid)) !== null
    const decision = decideOnMissed(missed, isStored, began)
    if (decision === 'stored') await inbox.missed.note({ ...missed, outcome: 'stored' })
    else if (decision === 'give-up') await giveUp(round, missed)
    else if (decision === 'ask') await ask(round, missed)
  }
}

async function giveUp({ inbox, tally, log }: Round, missed: MissedDelivery): Promise<void> {
  await inbox.missed.note({ ...missed, outcome: 'given-up' })
  tally.givenUp += 1
  log.warn(
    fieldsOf(missed),
    'missed delivery is given up: find out why it fails (Advanced → Recent deliveries, on the page of the App), and redeliver it there',
  )
}

/** @throws what ends the round: a limit of GitHub, and that it is ill or cannot be reached */
async function ask(round: Round, missed: MissedDelivery): Promise<void> {
  const { deliveryLog, inbox, began, tally, wait, leaving, log } = round
  const asked = askedOnce(missed, began)
  try {
    await persist(() => deliveryLog.askAgain(missed.id), wait, leaving)
  } catch (error) {
    leaving.throwIfAborted()
    // It counts when GitHub may have taken it, and when it never will; not when it only told us to wait.
    if (isUnclear(error) || isFinalRefusal(error)) await inbox.missed.note(asked)
    if (!isFinalRefusal(error)) throw error
    log.warn({ ...fieldsOf(asked), err: error }, 'GitHub cannot redeliver what was missed')
    return
  }
  await inbox.missed.note(asked)
  tally.asked += 1
  log.info(fieldsOf(asked), 'missed delivery asked for again')
  await wait(patience.betweenWrites)
}

function fieldsOf({ guid, deliveredAt, timesAsked }: MissedDelivery): object {
  return { delivery: guid, delivered_at: new Date(deliveredAt).toISOString(), times_asked: timesAsked }
}
