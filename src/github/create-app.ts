import type { ApplicationFunction } from 'probot'
import { decideOnDelivery } from './decide-on-delivery.ts'
import type { HandOverServices } from './hand-over.ts'

/** The Probot app: takes merged pull requests that name flow runs, and hands them to the durable engine. */
export function createApp(services: HandOverServices): ApplicationFunction {
  return (app) => {
    app.on('pull_request.closed', async ({ id: guid, name: event, payload }) => {
      const started = performance.now()
      const decided = await decideOnDelivery({ guid, event, payload }, services)
      services.log.info(
        {
          delivery: guid,
          event: `${event}.${payload.action}`,
          installation: payload.installation === undefined ? null : String(payload.installation.id),
          repository: payload.repository.full_name,
          number: payload.number,
          ...decided,
          duration: Math.round(performance.now() - started),
        },
        'delivery',
      )
    })
  }
}
