import type { Warning } from '../../resume/index.ts'
import { quoted } from './untrusted.ts'

/** What may keep a scheduled run from being picked up. */
export function warningWords(warning: Warning): string {
  switch (warning.about) {
    case 'work-pool-paused':
      return `the work pool ${quoted(warning.name)} is paused`
    case 'work-pool-deleted':
      return `the work pool ${quoted(warning.name)} was deleted`
    case 'work-pool-full':
      return `the concurrency limit of the work pool ${quoted(warning.name)} is 0`
    case 'no-worker':
      return `no worker of the work pool ${quoted(warning.name)} is online`
    case 'work-queue-paused':
      return `the work queue ${quoted(warning.name)} is paused`
    case 'work-queue-deleted':
      return `its work queue${warning.name === null ? '' : ` ${quoted(warning.name)}`} was deleted`
    case 'work-queue-full':
      return `the concurrency limit of the work queue ${quoted(warning.name)} is 0`
    case 'work-queue-unasked':
      return `no worker asks the work queue ${quoted(warning.name)} for runs`
    case 'deployment-full':
      return 'the concurrency limit of its deployment is 0'
    case 'not-served':
      return 'nobody serves its deployment'
  }
}
