import type { RunReport } from '../../../resume/index.ts'
import { command, shellWord } from '../command.ts'
import type { LeftWords } from './words.ts'

/** A run without a deployment is nobody's work: its retry runs on the machine where it is asked for. */
export function noDeploymentWords({ id }: RunReport): LeftWords {
  const retry = command('prefect flow-run retry', shellWord(id, 'ID'), '--entrypoint path/to/flow.py:flow')
  return {
    says: 'cannot be resumed: it has no deployment',
    next: `No worker can take it up, so it would wait for ever. Resume it where the code of the flow is: ${retry} (Prefect 3.6.8 or newer). With an older Prefect, start the flow anew, in the way it was started then.`,
  }
}

/**
 * Prefect goes on to know the id of a deleted deployment, so that a retry of such a run waits for a worker whatever
 * else is asked for, and the worker then cancels it.
 */
export function deploymentDeletedWords(run: RunReport): LeftWords {
  return {
    says: 'cannot be resumed: its deployment was deleted',
    next: `No worker can run it any more, and Retry on its page does not help. Deploy the flow, and start a new run: ${newRun(run)}.`,
  }
}

/** How to start another run of the same deployment. */
export function newRun({ flow, deployment }: RunReport): string {
  const name = `${flow?.name ?? 'FLOW'}/${deployment?.name ?? 'DEPLOYMENT'}`
  return command('prefect deployment run', shellWord(name, 'FLOW/DEPLOYMENT'))
}
