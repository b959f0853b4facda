import type { PostedEvent } from './checks/events-body.ts'
import type { FlowRun } from './documents/flow-run.ts'
import { normalizeId } from './normalize-id.ts'
import { enterState } from './rules/enter-state.ts'
import { ensureDeployment, ensureFlow } from './seed/deployment.ts'
import { seedFlowRun, seedTaskRun } from './seed/flow-run.ts'
import { changeWorkPool, ensureWorkPool } from './seed/work-pool.ts'
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
  return {
    events,
    addFlow: (name) => ensureFlow(world, name),
    addDeployment: (input) => ensureDeployment(world, input),
    deleteDeployment: (id) => void world.deployments.delete(normalizeId(id)),
    addWorkPool: (input) => ensureWorkPool(world, input),
    changeWorkPool(name, change) {
      changeWorkPool(world, ensureWorkPool(world, { name }), change)
      worker.look()
    },
    addTaskRun: ({ flowRun, state = 'FAILED' }) => seedTaskRun(world, find(world, flowRun), state),
    addFlowRun({ ends = ['COMPLETED'], ...input }) {
      const { id, name } = seedFlowRun(world, input)
      worker.end(id, ends)
      return { id, name, url: `${uiUrl}/runs/flow-run/${id}` }
    },
    setState: (id, state) => enterState(world, find(world, id), state),
    advance: (id) => worker.advance(find(world, id)),
    flowRun: (id) => structuredClone(find(world, id)),
    states: (id) => structuredClone(world.states.get(find(world, id).id) ?? []),
    executions: (id) => countExecutions(world, find(world, id).id),
  }
}

function find(world: World, id: string): FlowRun {
  const run = world.flowRuns.get(normalizeId(id))
  if (run === undefined) throw new Error(`There is no flow run ${id} in this stand-in.`)
  return run
}
