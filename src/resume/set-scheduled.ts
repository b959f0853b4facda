import { type FlowRunState, PrefectAmbiguousAnswerError, type PrefectClient } from '../prefect/index.ts'
import type { LeftAlone } from './left-alone.ts'
import { findProof, proofMessage } from './proof.ts'
import type { Request } from './request.ts'

export type Effect = { set: true; state: FlowRunState | null } | { set: false; why: LeftAlone }

/**
 * Sets a flow run to Scheduled with the proof of this attempt in the state's message.
 *
 * Sent once. When the answer is lost, the run's states tell whether it was done; without the proof there, the
 * error goes on to the caller, who reads everything anew before another try.
 */
export async function setScheduled(
  client: PrefectClient,
  id: string,
  request: Request,
  force: boolean,
): Promise<Effect> {
  try {
    const answer = await client.setFlowRunState(id, { message: proofMessage(request), force })
    if (answer.status === 'ACCEPT') return { set: true, state: answer.state }
    if (answer.status === 'NOT_FOUND') return { set: false, why: { reason: 'not-found' } }
    return { set: false, why: { reason: 'refused', because: answer.reason } }
  } catch (error) {
    if (!(error instanceof PrefectAmbiguousAnswerError)) throw error
    const found = findProof(await client.readFlowRunStates(id), request)
    if (found === null) throw error
    return { set: true, state: found.state }
  }
}
