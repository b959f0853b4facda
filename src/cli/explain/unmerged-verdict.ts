import type { DeliveryRecord } from '../../inbox/index.ts'
import { shown } from './untrusted.ts'
import type { Verdict } from './words.ts'

const redeliver =
  'If it was merged: on the Advanced page of the App, under Recent deliveries, is what GitHub sent of it, and can send again.'

type Said = (delivery: DeliveryRecord) => Verdict

const ofOutcome = new Map<string | null, Said>([
  [
    null,
    () => ({
      says: 'a delivery was received, and nothing was decided about it yet.',
      next: 'See that the server runs; its log has what became of the delivery.',
    }),
  ],
  [
    'not-matched',
    ({ reason }) => ({
      says: `nothing was resumed, since the pull request was closed without being merged${reason === null ? '' : ` (${shown(reason)})`}.`,
      next: 'Merge the pull request; GitHub tells of that in a delivery of its own.',
    }),
  ],
  [
    'names-no-run',
    () => ({
      says: 'nothing was resumed, since the description named no flow run when the pull request was closed.',
      next: "Paste the address of the run's page into the description before merging. Now, press Retry on that page.",
    }),
  ],
  ['not-a-merge', () => ({ says: 'nothing was resumed, since nothing told of a merge.', next: redeliver })],
  [
    'unreadable',
    ({ reason }) => ({
      says: `nothing was resumed, since the delivery has a form that is not known${reason === null ? '' : ` (${shown(reason)})`}.`,
      next: 'This is a defect of resume-on-merge, or the sender is not GitHub.',
    }),
  ],
])

/** What is said where no merge is stored. */
export function unmergedVerdict(deliveries: readonly DeliveryRecord[]): Verdict {
  // What closes a pull request tells more than its other deliveries.
  const telling = deliveries.findLast(({ action }) => action === 'closed') ?? deliveries.at(-1)
  if (telling === undefined) return { says: 'Nothing was received.', next: redeliver }
  const { says, next } = ofOutcome.get(telling.outcome)?.(telling) ?? {
    says: `a delivery was received, and its outcome is ${shown(telling.outcome ?? '')}.`,
    next: redeliver,
  }
  return { says: `${subject(telling)}: ${says}`, next }
}

function subject({ guid, repository, number }: DeliveryRecord): string {
  if (repository === null) return `Delivery ${shown(guid)}`
  return `${shown(repository.fullName)}${number === null ? '' : `#${number}`}`
}
