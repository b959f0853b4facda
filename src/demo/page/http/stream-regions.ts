import type { ServerResponse } from 'node:http'
import type { Region } from '../html/region.ts'
import { securityHeaders } from './security.ts'

/** How long a browser waits before it asks again, in milliseconds. */
const retry = 1000

/**
 * Sends the regions of a page as server-sent events: all of them at first, then each that has changed.
 *
 * @param read the regions as they are now
 * @param listen calls back whenever they may have changed; gives back how to stop that
 */
export function streamRegions(
  response: ServerResponse,
  read: () => readonly Region[],
  listen: (listener: () => void) => () => void,
): void {
  const sent = new Map<string, string>()

  function sendChanged(): void {
    for (const region of read()) {
      if (sent.get(region.id) === region.version) continue
      sent.set(region.id, region.version)
      response.write(`event: region\ndata: ${JSON.stringify(region)}\n\n`)
    }
  }

  response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' })
  response.write(`retry: ${retry}\n\n`)
  sendChanged()
  response.once('close', listen(sendChanged))
}
