import type { RunReport, Warning } from '../../../resume/index.ts'
import { command, shellWord } from '../command.ts'
import { nameLimit } from '../names.ts'
import { plainText } from '../plain-text.ts'
import { newRun } from './without-deployment-words.ts'

/** What keeps a run from being picked up, and what to do about it. */
export interface WarningWords {
  /** Goes on after "nothing will pick it up: ". */
  says: string
  /** A sentence. */
  remedy: string
}

/** What is said of one warning. */
export function warningWords(run: RunReport, warning: Warning): WarningWords {
  const name = 'name' in warning && warning.name !== null ? plainText(warning.name, nameLimit) : ''
  const word = 'name' in warning ? shellWord(warning.name ?? '', 'NAME') : ''
  const lost = `No worker sees this run any more. Cancel it, and start a new one: ${newRun(run)}.`
  switch (warning.about) {
    case 'work-pool-paused':
      return {
        says: `the work pool ${name} is paused`,
        remedy: `Resume the pool: ${command('prefect work-pool resume', word)}.`,
      }
    case 'work-pool-deleted':
      return { says: `the work pool ${name} was deleted`, remedy: lost }
    case 'work-pool-full':
      return {
        says: `the concurrency limit of the work pool ${name} is 0`,
        remedy: `Raise the limit: ${command('prefect work-pool set-concurrency-limit', word, 'LIMIT')}.`,
      }
    case 'no-worker':
      return {
        says: `no worker of the work pool ${name} is online`,
        remedy: `Start one: ${command('prefect worker start --pool', word)}.`,
      }
    case 'work-queue-paused':
      return {
        says: `the work queue ${name} is paused`,
        remedy: `Resume the queue: ${command('prefect work-queue resume', word, '--pool', shellWord(warning.pool, 'POOL'))}.`,
      }
    case 'work-queue-deleted':
      return {
        says: name === '' ? 'its work queue was deleted' : `the work queue ${name} was deleted`,
        remedy: lost,
      }
    case 'work-queue-full':
      return {
        says: `the concurrency limit of the work queue ${name} is 0`,
        remedy: `Raise the limit: ${command('prefect work-queue set-concurrency-limit', word, 'LIMIT', '--pool', shellWord(warning.pool, 'POOL'))}.`,
      }
    case 'work-queue-unasked':
      return {
        says: `no worker asks the work queue ${name} for runs`,
        remedy: `Start one that does: ${command('prefect worker start --pool', shellWord(warning.pool, 'POOL'), '--work-queue', word)}.`,
      }
    case 'deployment-full':
      return {
        says: 'the concurrency limit of its deployment is 0',
        remedy: 'Raise the limit of the deployment.',
      }
    case 'not-served':
      return {
        says: 'nobody serves its deployment now',
        remedy: 'Start the program that serves the flow (`flow.serve`).',
      }
  }
}
