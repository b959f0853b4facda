import { z } from 'zod'
import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { Connection } from './connection.ts'
import { read } from './read.ts'
import { nameOf, type PrefectRequest } from './request.ts'

/**
 * The version of the Prefect server, such as `3.8.8`.
 *
 * @throws {PrefectError}
 */
export async function readVersion(connection: Connection): Promise<string> {
  const request: PrefectRequest = { method: 'GET', path: '/admin/version', template: '/admin/version' }
  const version = await read(connection, request, z.string())
  if (version !== null) return version
  const reason = 'nothing there'
  const advice = 'Check PREFECT_API_URL (that of a server of your own ends in /api).'
  throw new PrefectAnswerError(connection.host, nameOf(request), {
    status: 404,
    reason,
    advice,
    retryable: false,
  })
}
