import type { MissedDelivery } from '../../inbox/index.ts'
import type { ListedDelivery } from './listed-delivery.ts'
import { patience } from './patience.ts'

/**
 * What a page of GitHub's log changes in what is known of missed deliveries. A delivery is missed when no attempt of it
 * succeeded. The list goes from new to old, so that the attempts that followed the first one were seen before it; one
 * whose first attempt is not listed any more was judged by that.
 *
 * @param known what is known of the GUIDs of the page
 * @param now in milliseconds since 1970
 */
export function judgeListed(
  page: readonly ListedDelivery[],
  known: ReadonlyMap<string, MissedDelivery>,
  now: number,
): MissedDelivery[] {
  const counted = page.filter(
    ({ tellsOfClosing, deliveredAt }) => tellsOfClosing && deliveredAt >= now - patience.window,
  )
  const answered = new Set(counted.filter(({ succeeded }) => succeeded).map(({ guid }) => guid))
  const changed = new Map<string, MissedDelivery>()
  for (const delivery of counted) {
    const { guid, succeeded, isRedelivery } = delivery
    const before = known.get(guid)
    if (succeeded) {
      // Of one that succeeded at once there is nothing to remember: no older attempt can follow.
      if (before === undefined ? isRedelivery : before.outcome === null)
        changed.set(guid, { ...(before ?? missed(delivery)), outcome: 'answered' })
    } else if (before === undefined && !isRedelivery && !answered.has(guid)) {
      changed.set(guid, missed(delivery))
    }
  }
  return [...changed.values()]
}

function missed({ guid, id, deliveredAt }: ListedDelivery): MissedDelivery {
  return { guid, id, deliveredAt, timesAsked: 0, askAt: deliveredAt + patience.underWay, outcome: null }
}
