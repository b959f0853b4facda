import { type Route, route } from '../../http/index.ts'
import { normalizeId } from '../normalize-id.ts'
import { poolSlots } from '../rules/slots.ts'
import type { World } from '../world.ts'
import { refuse } from './refuse.ts'

/** A queue that was not asked for work for so long is unhealthy, in seconds. */
const patience = 60

/** Work pools, their workers, and the health of their queues. */
export function workPoolRoutes(world: World): Route[] {
  return [
    route('GET', '/work_pools/{name}', (_request, name = '') => {
      const pool = world.workPools.get(name)
      if (pool === undefined) return notFound(name)
      return { status: 200, body: { ...pool, active_slots: poolSlots(world, pool)?.taken ?? null } }
    }),
    route('POST', '/work_pools/{name}/workers/filter', (_request, name = '') => {
      if (!world.workPools.has(name)) return notFound(name)
      return { status: 200, body: world.workers.get(name) ?? [] }
    }),
    route('GET', '/work_queues/{id:uuid}/status', (_request, id = '') => {
      const queue = world.workQueues.get(normalizeId(id))
      if (queue === undefined) return refuse(404, 'work queue not found')
      const late = countLate(world, queue.id)
      const asked = queue.last_polled === null ? 0 : Date.parse(queue.last_polled)
      return {
        status: 200,
        body: {
          healthy: late === 0 && Date.now() - asked <= patience * 1000,
          late_runs_count: late,
          last_polled: queue.last_polled,
          health_check_policy: { maximum_late_runs: 0, maximum_seconds_since_last_polled: patience },
        },
      }
    }),
  ]
}

function notFound(name: string) {
  return refuse(404, `Work pool "${name}" not found.`)
}

function countLate(world: World, queueId: string): number {
  return [...world.flowRuns.values()].filter(
    ({ work_queue_id, state_name }) => work_queue_id === queueId && state_name === 'Late',
  ).length
}
