import type { ServerResponse } from 'node:http'
import { type Answer, encode } from './answer.ts'
import type { Fault } from './faults.ts'

const proxyPage: Answer = {
  status: 502,
  text: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
  headers: { 'content-type': 'text/html' },
}

/** Sends an answer, or lets it fail. Gives the status; null when the sender gets no answer. */
export function send(response: ServerResponse, decided: Fault['answer']): number | null {
  if (decided === 'hang') return null
  if (decided === 'reset') {
    response.destroy()
    return null
  }
  const answer = decided === 'html' ? proxyPage : decided
  const { text, headers } = encode(answer)
  response.writeHead(answer.status, headers).end(text)
  return answer.status
}
