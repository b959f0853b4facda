import { PrefectAmbiguousAnswerError, PrefectAnswerError } from '../errors/index.ts'
import { type FlowRunState, orchestrationResultSchema } from './documents.ts'
import { expectBody } from './expect.ts'
import type { Answer, Call } from './transport.ts'
import type { Writer } from './write.ts'

/** What Prefect made of the wish: only ACCEPT has set the state. */
export type SetStateAnswer =
  | { status: 'ACCEPT' | 'REJECT' | 'ABORT' | 'WAIT'; reason: string | null; state: FlowRunState | null }
  | { status: 'NOT_FOUND' }

export interface ScheduledState {
  message: string
  /** Skips Prefect's rules for changes of state. */
  force: boolean
}

/**
 * Sets a flow run to Scheduled, so that a worker runs it again.
 *
 * The name is `Scheduled`, since only that one becomes Late when nobody picks the run up.
 *
 * @throws PrefectAmbiguousAnswerError when it may have been done, another PrefectError when it was not
 */
export async function setFlowRunState(
  write: Writer,
  host: string,
  id: string,
  { message, force }: ScheduledState,
): Promise<SetStateAnswer> {
  const call: Call = {
    method: 'POST',
    path: `/flow_runs/${id}/set_state`,
    template: '/flow_runs/{id}/set_state',
    body: { state: { type: 'SCHEDULED', name: 'Scheduled', message }, force },
  }
  const answer = await write(call)
  if (answer.status === 404) return { status: 'NOT_FOUND' }
  const result = read(host, call, answer)
  return { status: result.status, reason: result.details?.reason ?? null, state: result.state ?? null }
}

/** A good status with a body that cannot be read says nothing about what was done. */
function read(host: string, call: Call, answer: Answer) {
  try {
    return expectBody(host, call, answer, orchestrationResultSchema)
  } catch (error) {
    if (!(error instanceof PrefectAnswerError) || answer.status >= 300) throw error
    throw new PrefectAmbiguousAnswerError(error.message, { cause: error })
  }
}
