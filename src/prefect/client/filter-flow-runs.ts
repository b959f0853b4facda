import { z } from 'zod'
import { PrefectAnswerError } from '../errors/prefect-answer-error.ts'
import type { Connection } from './connection.ts'
import { isUuid } from './is-uuid.ts'
import { keepReadable } from './keep-readable.ts'
import { readCertain } from './read.ts'
import { type FlowRunNow, flowRunNowSchema } from './schemas/flow-run-now.ts'

/** The most that Prefect gives in one answer. */
const pageSize = 200

const pageSchema = z.array(z.unknown())

/**
 * How the flow runs with these ids stand, as far as Prefect knows them, in no order; one request per 200. One in a form that
 * we do not know is left out, and told to `onUnreadable`: it must not hide the others.
 *
 * @throws {PrefectError}
 */
export async function filterFlowRuns(connection: Connection, ids: readonly string[]): Promise<FlowRunNow[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].filter(isUuid)
  const found: FlowRunNow[] = []
  for (let start = 0; start < wanted.length; start += pageSize) {
    found.push(...(await readPage(connection, wanted.slice(start, start + pageSize))))
  }
  return found
}

/** Runs carry their parameters, which may be large: what is too much at once is read in halves. */
async function readPage(connection: Connection, ids: readonly string[]): Promise<FlowRunNow[]> {
  const body = { flow_runs: { id: { any_: ids } }, limit: pageSize }
  const request = { method: 'POST', path: '/flow_runs/filter', template: '/flow_runs/filter', body } as const
  try {
    return keepReadable(connection, await readCertain(connection, request, pageSchema), flowRunNowSchema)
  } catch (error) {
    if (!(error instanceof PrefectAnswerError && error.tooLarge) || ids.length < 2) throw error
    const middle = Math.ceil(ids.length / 2)
    const first = await readPage(connection, ids.slice(0, middle))
    return [...first, ...(await readPage(connection, ids.slice(middle)))]
  }
}
