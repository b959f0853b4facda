import type { PrefectStandIn } from '../../../src/demo/prefect/index.ts'

export interface Asked {
  status: number
  body: unknown
}

/** One request to a stand-in's API. */
export async function ask(
  { apiUrl }: PrefectStandIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Asked> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await fetch(`${apiUrl}${path}`, { method, headers, redirect: 'manual', ...sent })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}

/** A proposed state. */
export function propose(
  prefect: PrefectStandIn,
  id: string,
  force: boolean,
  state: object = { type: 'SCHEDULED' },
): Promise<Asked> {
  return ask(prefect, 'POST', `/flow_runs/${id}/set_state`, { state, force })
}
