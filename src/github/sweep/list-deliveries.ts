import type { Listing, MissedDelivery } from '../../inbox/index.ts'
import { isFinalRefusal } from '../final-refusal.ts'
import type { DeliveryPage } from './delivery-log.ts'
import { judgeListed } from './judge-listed.ts'
import { persist } from './persist.ts'
import type { Round } from './services.ts'
import { advance, nextOf, stretchesOf } from './stretches.ts'

/**
 * Lists what GitHub delivered since the last listing, and stores what was missed. How far it came is stored page by
 * page: one that is cut off goes on the next time.
 *
 * @returns whether it came to the end; else somebody else sweeps now
 */
export async function listDeliveries(round: Round): Promise<boolean> {
  const { inbox, began } = round
  let listing = await inbox.missed.listing()
  const stretches = stretchesOf(listing, began)
  for (const [index, stretch] of stretches.entries()) {
    const beyond = stretches[index + 1]?.cursor ?? null
    for (let cursor: string | null = stretch.cursor; ; ) {
      if (!(await round.mayGoOn())) return false
      const page = await readPage(round, cursor)
      const next = nextOf(page, stretch)
      listing = advance(listing, page, next ?? beyond)
      await notePage(round, page, listing)
      if (next === null) break
      cursor = next
    }
  }
  return true
}

async function readPage(
  { deliveryLog, inbox, wait, leaving }: Round,
  cursor: string | null,
): Promise<DeliveryPage> {
  try {
    return await persist(() => deliveryLog.page(cursor), wait, leaving)
  } catch (error) {
    if (cursor !== null && isFinalRefusal(error)) {
      // GitHub knows the page no more: the next sweep begins this listing anew.
      const { listedTo } = await inbox.missed.listing()
      await inbox.missed.noteListed([], { listedTo, unfinished: null })
    }
    throw error
  }
}

async function notePage(
  { inbox, began, tally }: Round,
  { deliveries }: DeliveryPage,
  listing: Listing,
): Promise<void> {
  const known = await inbox.missed.known(deliveries.map(({ guid }) => guid))
  const changed: MissedDelivery[] = []
  for (const judged of judgeListed(deliveries, known, began)) {
    // GitHub calls a delivery failed, too, when only our answer was lost.
    const isStored = judged.outcome === null && (await inbox.delivery(judged.guid)) !== null
    changed.push(isStored ? { ...judged, outcome: 'stored' } : judged)
  }
  await inbox.missed.noteListed(changed, listing)
  tally.listed += deliveries.length
  tally.missed += changed.filter(({ outcome }) => outcome === null).length
}
