import { type Route, route } from '../../http/index.ts'
import type { Deployment } from '../documents/deployment.ts'
import { normalizeId } from '../normalize-id.ts'
import { deploymentSlots, queueSlots } from '../rules/slots.ts'
import type { World } from '../world.ts'
import { refuse } from './refuse.ts'

/** What is read by its id, and what Prefect says where there is none. */
export function readRoutes(world: World): Route[] {
  return [
    readById('/flow_runs/{id:uuid}', world.flowRuns, 'Flow run not found'),
    readById('/deployments/{id:uuid}', world.deployments, 'Deployment not found', (deployment) =>
      tellDeployment(world, deployment),
    ),
    readById('/flows/{id:uuid}', world.flows, 'Flow not found'),
    readById('/task_runs/{id:uuid}', world.taskRuns, 'Task not found'),
    readById('/work_queues/{id:uuid}', world.workQueues, 'work queue not found', (queue) => ({
      ...queue,
      active_slots: queueSlots(world, queue)?.taken ?? null,
    })),
  ]
}

/** @param tell the document as it is now, where that is more than what was written */
function readById<Document>(
  template: string,
  documents: ReadonlyMap<string, Document>,
  notFound: string,
  tell: (document: Document) => unknown = (document) => document,
): Route {
  return route('GET', template, (_request, id = '') => {
    const document = documents.get(normalizeId(id))
    return document === undefined ? refuse(404, notFound) : { status: 200, body: tell(document) }
  })
}

function tellDeployment(world: World, deployment: Deployment): Deployment {
  const { global_concurrency_limit: limit } = deployment
  if (limit === null) return deployment
  const active_slots = deploymentSlots(world, deployment)?.taken ?? 0
  return { ...deployment, global_concurrency_limit: { ...limit, active_slots } }
}
