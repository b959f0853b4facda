import { type Route, route } from '../../http/index.ts'
import { normalizeId } from '../normalize-id.ts'
import type { World } from '../world.ts'
import { refuse } from './refuse.ts'

/** What is read by its id, and what Prefect says where there is none. */
export function readRoutes(world: World): Route[] {
  return [
    readById('/flow_runs/{id:uuid}', world.flowRuns, 'Flow run not found'),
    readById('/deployments/{id:uuid}', world.deployments, 'Deployment not found'),
    readById('/flows/{id:uuid}', world.flows, 'Flow not found'),
    readById('/task_runs/{id:uuid}', world.taskRuns, 'Task not found'),
    readById('/work_queues/{id:uuid}', world.workQueues, 'work queue not found'),
  ]
}

function readById(template: string, documents: ReadonlyMap<string, unknown>, notFound: string): Route {
  return route('GET', template, (_request, id = '') => {
    const document = documents.get(normalizeId(id))
    return document === undefined ? refuse(404, notFound) : { status: 200, body: document }
  })
}
