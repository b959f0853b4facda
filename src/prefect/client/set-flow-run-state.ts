import { PrefectAmbiguousAnswerError } from '../errors/prefect-ambiguous-answer-error.ts'
import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { Connection } from './connection.ts'
import { isNothing } from './is-nothing.ts'
import { pathOf } from './path-of.ts'
import { readAnswer } from './read-answer.ts'
import { nameOf, type PrefectRequest } from './request.ts'
import { type Orchestration, orchestrationSchema } from './schemas/orchestration.ts'
import { write } from './write.ts'

/** How a run is set to Scheduled. */
export type SetStateRequest = {
  /** Stays in the run's history. */
  readonly message: string
  /** Past Prefect's own rules for such a change; neither way protects a run that is running. */
  readonly force: boolean
}

/** What Prefect made of it; only ACCEPT means that the run is Scheduled. */
export type SetStateAnswer = Orchestration | { readonly status: 'NOT_FOUND' }

/**
 * Sets a flow run to Scheduled, in a single request.
 *
 * @throws {PrefectAmbiguousAnswerError} where it may have been set: read its states before another try
 * @throws {PrefectError} where it was certainly not set
 */
export async function setFlowRunState(
  connection: Connection,
  id: string,
  { message, force }: SetStateRequest,
): Promise<SetStateAnswer> {
  const path = pathOf('flow_runs', id)
  if (path === null) return { status: 'NOT_FOUND' }
  const request: PrefectRequest = {
    method: 'POST',
    path: `${path}/set_state`,
    template: '/flow_runs/{id}/set_state',
    body: { state: { type: 'SCHEDULED', name: 'Scheduled', message }, force },
  }
  const answer = await write(connection, request)
  if (isNothing(answer)) return { status: 'NOT_FOUND' }
  try {
    return readAnswer(connection, request, answer, orchestrationSchema)
  } catch (error) {
    if (!(error instanceof PrefectAnswerError)) throw error
    const { status } = answer
    const reason = `the answer was ${status}, ${error.reason}`
    const doubt = { status, reason, mayStillHappen: true, cause: error }
    throw new PrefectAmbiguousAnswerError(connection.host, nameOf(request), doubt)
  }
}
