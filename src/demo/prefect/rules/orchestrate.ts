import type { FlowRun } from '../documents/flow-run.ts'
import { isTerminal, type StateType } from '../documents/state.ts'
import { holdsSlot, type Slots } from './slots.ts'

export interface Proposal {
  type: StateType
  transitionId: string | null
  force: boolean
}

/** What is known of a run beside its document. */
export interface Circumstances {
  persistedResult: boolean
  /** Of its deployment; null where that has no limit. */
  slots: Slots | null
}

export type Verdict =
  | { status: 'ACCEPT' }
  | {
      status: 'REJECT' | 'ABORT'
      reason: string
      /** Whether the run is sent to wait for a slot of its deployment instead. @default false */
      waitsForSlot?: boolean
    }

/** What the server says to a proposed state. Forced, it takes everything; otherwise the first rule that applies decides. */
export function orchestrate(
  run: FlowRun,
  proposal: Proposal,
  { persistedResult, slots }: Circumstances,
): Verdict {
  if (proposal.force) return { status: 'ACCEPT' }
  const { transitionId, type } = proposal
  if (transitionId !== null && transitionId === run.state.state_details.transition_id) {
    return { status: 'REJECT', reason: 'This run has already made this state transition.' }
  }
  if (run.state_type === 'CANCELLING' && type !== 'CANCELLED') {
    const reason = 'Cannot transition flows that are cancelling to a state other than Cancelled.'
    return { status: 'REJECT', reason }
  }
  if (type === 'PENDING' && slots !== null && !holdsSlot(run)) {
    if (slots.limit === 0) {
      const reason = 'The deployment concurrency limit is 0. The flow will deadlock if submitted again.'
      return { status: 'ABORT', reason }
    }
    if (slots.taken >= slots.limit) {
      return { status: 'REJECT', reason: 'Deployment concurrency limit reached.', waitsForSlot: true }
    }
  }
  if (!isTerminal(run.state_type)) return { status: 'ACCEPT' }
  if (run.state_type === 'COMPLETED' && persistedResult) {
    return { status: 'REJECT', reason: 'Run is already COMPLETED.' }
  }
  if (type === 'SCHEDULED' && run.deployment_id === null) {
    return { status: 'ABORT', reason: 'Cannot reschedule a run without an associated deployment.' }
  }
  return { status: 'ACCEPT' }
}
