import type { Timers } from '../http/index.ts'
import type { FlowRun } from './documents/flow-run.ts'
import { isTerminal, type State, type StateInput } from './documents/state.ts'
import { enterState } from './rules/enter-state.ts'
import { handOut, whyNotHandedOut } from './rules/hand-out.ts'
import { isPush } from './rules/is-push.ts'
import { countExecutions, type World } from './world.ts'

export interface WorkerOptions {
  /** Whether scheduled runs are picked up by themselves, or only by `advance`. */
  auto: boolean
  /** In milliseconds: from scheduled to pending, on to running, on to the end. @default 20 each */
  delays?: { pending?: number; running?: number; end?: number }
}

export interface Worker {
  /** How the executions of a run end, one after the other; the last one for all that follow. */
  end(id: string, ends: readonly StateInput[]): void
  /** Takes a run one step on: scheduled → pending → running → end. Null when no worker would. */
  advance(run: FlowRun): State | null
  /** Looks again at what is scheduled, as pools and queues may have been opened. */
  look(): void
}

/** A worker for all work pools of the world. */
export function createWorker(world: World, timers: Timers, options: WorkerOptions): Worker {
  const { pending = 20, running = 20, end = 20 } = options.delays ?? {}
  const ends = new Map<string, readonly StateInput[]>()

  /** Every execution lives by itself: a running run that is scheduled anew is executed twice, as by Prefect. */
  function execute(run: FlowRun): void {
    handOut(world, run)
    if (run.state_type !== 'PENDING') return
    timers.after(running, () => {
      if (isCancelled(run) || run.state_type === 'COMPLETED') return
      enterState(world, run, 'RUNNING')
      const outcome = endOf(run)
      timers.after(end, () => {
        if (!isCancelled(run)) enterState(world, run, outcome)
      })
    })
  }

  /** How the newest execution of a run ends. */
  function endOf(run: FlowRun): StateInput {
    const given = ends.get(run.id) ?? []
    const count = countExecutions(world, run.id)
    return given[count - 1] ?? given.at(-1) ?? 'COMPLETED'
  }

  function wait(run: FlowRun): void {
    const scheduled = run.state_id
    const early = Date.parse(run.next_scheduled_start_time ?? '') - Date.now()
    timers.after(Math.max(pending, early), () => {
      if (run.state_id === scheduled && isAskedFor(run) && whyNotHandedOut(world, run) === null) execute(run)
    })
  }

  /** Without a pool a program serves the flow; with one, a worker of that pool must be there, or Prefect do without. */
  function isAskedFor({ work_pool_name: name, deployment_id: id }: FlowRun): boolean {
    const pool = world.workPools.get(name ?? '')
    if (pool === undefined) return world.deployments.get(id ?? '')?.status !== 'NOT_READY'
    if (isPush(pool)) return true
    return world.workers.get(pool.name)?.some(({ status }) => status === 'ONLINE') === true
  }

  function look(): void {
    if (!options.auto) return
    for (const run of world.flowRuns.values()) if (run.state_type === 'SCHEDULED') wait(run)
  }

  world.onState.add((run) => {
    if (options.auto && run.state_type === 'SCHEDULED') wait(run)
    if (isTerminal(run.state_type) && hasLimits(world)) look()
  })

  return {
    end: (id, given) => ends.set(id, given),
    advance(run) {
      if (run.state_type === 'RUNNING') return enterState(world, run, endOf(run))
      if (run.state_type === 'PENDING') return enterState(world, run, 'RUNNING')
      if (whyNotHandedOut(world, run) !== null) return null
      const scheduled = run.state_id
      handOut(world, run)
      return run.state_id === scheduled ? null : run.state
    },
    look,
  }
}

/** Whether a run that ends may make room for another. */
function hasLimits({ workPools, workQueues }: World): boolean {
  return [...workPools.values(), ...workQueues.values()].some(
    ({ concurrency_limit }) => concurrency_limit !== null,
  )
}

function isCancelled({ state_type }: FlowRun): boolean {
  return state_type === 'CANCELLED' || state_type === 'CANCELLING'
}
