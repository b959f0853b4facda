import type { Connection } from './connection.ts'
import { errorOf } from './error-of.ts'
import { isNothing } from './is-nothing.ts'
import type { PrefectRequest } from './request.ts'
import type { PrefectEvent } from './schemas/event.ts'
import { write } from './write.ts'

/**
 * Sends events to Prefect, in a single request.
 *
 * @throws {PrefectAmbiguousAnswerError} where they may have been taken
 * @throws {PrefectError} where they were certainly not
 */
export async function sendEvents(connection: Connection, events: readonly PrefectEvent[]): Promise<void> {
  if (events.length === 0) return
  const request: PrefectRequest = { method: 'POST', path: '/events', template: '/events', body: events }
  const answer = await write(connection, request)
  if (isNothing(answer)) throw errorOf(connection, request, answer, 1)
}
