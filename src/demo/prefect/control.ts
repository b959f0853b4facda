import type { PostedEvent } from './checks/events-body.ts'
import { normalizeId } from './normalize-id.ts'
import { enterState } from './rules/enter-state.ts'
import { changeDeployment, ensureDeployment, ensureFlow } from './seed/deployment.ts'
import { seedFlowRun } from './seed/flow-run.ts'
import { seedTaskRun } from './seed/task-run.ts'
import { changeWorkPool, ensureWorkPool } from './seed/work-pool.ts'
import { changeWorkQueue, deleteWorkQueue, ensureWorkQueue } from './seed/work-queue.ts'
import type { PrefectControl } from './stand-in.ts'
import type { Worker } from './worker.ts'
import { countExecutions, type World } from './world.ts'

/** The hands on a world. @param uiUrl where the UI of its runs would be */
export function createControl(
  world: World,
  worker: Worker,
  events: readonly PostedEvent[],
  uiUrl: string,
): PrefectControl {
  const findRun = (id: string) => find(world.flowRuns, 'flow run', id)
  return {
    events,
    addFlow: (name) => ensureFlow(world, name),
    addDeployment: (input) => ensureDeployment(world, input),
    changeDeployment(id, change) {
      changeDeployment(world, find(world.deployments, 'deployment', id), change)
      worker.look()
    },
    deleteDeployment: (id) => void world.deployments.delete(normalizeId(id)),
    addWorkPool: (input) => ensureWorkPool(world, input),
    changeWorkPool(name, change) {
      changeWorkPool(world, ensureWorkPool(world, { name }), change)
      worker.look()
    },
    addWorkQueue: (input) => ensureWorkQueue(world, input),
    changeWorkQueue(id, change) {
      changeWorkQueue(world, find(world.workQueues, 'work queue', id), change)
      worker.look()
    },
    deleteWorkQueue: (id) => deleteWorkQueue(world, find(world.workQueues, 'work queue', id)),
    addTaskRun: ({ flowRun, ...input }) => seedTaskRun(world, findRun(flowRun), input),
    addFlowRun({ ends = ['COMPLETED'], ...input }) {
      const { id, name } = seedFlowRun(world, input)
      worker.end(id, ends)
      return { id, name, url: `${uiUrl}/runs/flow-run/${id}` }
    },
    setState: (id, state) => enterState(world, findRun(id), state),
    advance: (id) => worker.advance(findRun(id)),
    flowRun: (id) => structuredClone(findRun(id)),
    states: (id) => structuredClone(world.states.get(findRun(id).id) ?? []),
    executions: (id) => countExecutions(world, findRun(id).id),
  }
}

function find<Document>(documents: ReadonlyMap<string, Document>, kind: string, id: string): Document {
  const document = documents.get(normalizeId(id))
  if (document === undefined) throw new Error(`There is no ${kind} ${id} in this stand-in.`)
  return document
}
