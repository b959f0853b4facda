import type { Timers } from '../http/index.ts'
import { enterState } from './rules/enter-state.ts'
import type { World } from './world.ts'

/** Names a scheduled run Late when nobody has picked it up. Only those named Scheduled are ever looked at. */
export function markLate(world: World, timers: Timers, after: number): void {
  world.onState.add((run) => {
    if (run.state_type !== 'SCHEDULED' || run.state_name !== 'Scheduled') return
    const scheduled = run.state_id
    const { scheduled_time } = run.state.state_details
    const early = Math.max(0, Date.parse(scheduled_time ?? '') - Date.now())
    timers.after(early + after, () => {
      if (run.state_id !== scheduled) return
      enterState(world, run, { type: 'SCHEDULED', name: 'Late', state_details: { scheduled_time } })
    })
  })
}
