import type { FlowRun } from '../documents/flow-run.ts'
import { isTerminal, type State, type StateInput } from '../documents/state.ts'
import type { World } from '../world.ts'
import { enterState } from './enter-state.ts'
import { orchestrate } from './orchestrate.ts'
import { deploymentSlots } from './slots.ts'

export interface OrchestrationResult {
  /** The state the run is in now. */
  state: State
  status: 'ACCEPT' | 'REJECT' | 'ABORT'
  details: { type: 'accept_details' } | { type: 'reject_details' | 'abort_details'; reason: string }
}

/** Proposes a state for a run, as a client does. */
export function setState(
  world: World,
  run: FlowRun,
  input: Exclude<StateInput, string>,
  force: boolean,
): OrchestrationResult {
  const { type, state_details } = input
  const proposal = { type, transitionId: state_details?.transition_id ?? null, force }
  const deployment = world.deployments.get(run.deployment_id ?? '')
  const verdict = orchestrate(run, proposal, {
    persistedResult: world.persistedResults.has(run.id),
    slots: deployment === undefined ? null : deploymentSlots(world, deployment),
  })
  if (verdict.status !== 'ACCEPT') {
    const kind = verdict.status === 'REJECT' ? 'reject_details' : 'abort_details'
    const state = verdict.waitsForSlot === true ? waitForSlot(world, run) : run.state
    return { state, status: verdict.status, details: { type: kind, reason: verdict.reason } }
  }
  if (!force && isTerminal(run.state_type)) makeReadyForWorkers(run)
  return { state: enterState(world, run, input), status: 'ACCEPT', details: { type: 'accept_details' } }
}

/** Sends a run away until its deployment may have a slot for it. */
function waitForSlot(world: World, run: FlowRun): State {
  const scheduled_time = new Date(Date.now() + world.slotWait).toISOString()
  return enterState(world, run, {
    type: 'SCHEDULED',
    name: 'AwaitingConcurrencySlot',
    state_details: { scheduled_time },
  })
}

/** What the server does on leaving a terminal state, unless it is forced: without it workers may never get the run. */
function makeReadyForWorkers({ empirical_policy: policy }: FlowRun): void {
  policy.resuming = false
  policy.pause_keys = []
  policy.retry_type = 'reschedule'
}
