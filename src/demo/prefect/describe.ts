import type { World } from './world.ts'

/** The runs and their states, a line each, for the message of a wait that was in vain. */
export function describeWorld(world: World): string {
  return [...world.flowRuns.values()]
    .map(({ id, name }) => {
      const states = world.states.get(id)?.map((state) => state.name) ?? []
      return `flow run ${id} (${name}): ${states.join(' → ')}`
    })
    .join('\n')
}
