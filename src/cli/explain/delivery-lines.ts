import type { DeliveryRecord, Dossier } from '../../inbox/index.ts'
import { moment } from './times.ts'
import { shown } from './untrusted.ts'

/** So many deliveries that tell of no merge are shown one by one. */
const most = 5

/** What was received, and what was decided about it; of many that tell of no merge only how many there are. */
export function deliveryLines({ deliveries, merge }: Pick<Dossier, 'deliveries' | 'merge'>): string[] {
  const isTakenUp = merge !== null && merge.handedOverAt !== null
  const others = deliveries.filter(({ outcome }) => outcome === 'not-a-merge')
  if (others.length <= most) return deliveries.flatMap((each) => linesOf(each, isTakenUp))
  const told = deliveries.filter(({ outcome }) => outcome !== 'not-a-merge')
  const actions = [...new Set(others.map(({ action }) => shown(action ?? 'none')))].join(', ')
  return [
    ...told.flatMap((each) => linesOf(each, isTakenUp)),
    `${others.length}${told.length === 0 ? '' : ' more'} that tell of no merge (${actions})`,
  ]
}

/** What waited when the server was stopped is taken up as a merge, and its delivery stays undecided. */
function linesOf(delivery: DeliveryRecord, isTakenUp: boolean): string[] {
  const { guid, event, action, receivedAt, timesReceived, outcome, reason } = delivery
  const name = action === null ? event : `${event}.${action}`
  const times = timesReceived === 1 ? '' : `, ${timesReceived} times`
  const undecided = delivery.tellsOfMerge && isTakenUp ? 'taken up with its merge' : 'not decided yet'
  const decided = outcome === null ? undecided : shown(outcome)
  return [
    `${shown(guid)}  ${shown(name)}, received ${moment(receivedAt)}${times}`,
    `  ${decided}${reason === null ? '' : `: ${shown(reason, 500)}`}`,
  ]
}
