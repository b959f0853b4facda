import { z } from 'zod'
import type { Connection } from './connection.ts'
import { readCertain } from './read.ts'

/**
 * The version of the Prefect server, such as `3.8.8`.
 *
 * @throws {PrefectError}
 */
export function readVersion(connection: Connection): Promise<string> {
  const request = { method: 'GET', path: '/admin/version', template: '/admin/version' } as const
  return readCertain(connection, request, z.string())
}
