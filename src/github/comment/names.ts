import type { RunReport } from '../../resume/index.ts'
import { link } from './link.ts'
import { plainText } from './plain-text.ts'

/** So much of a name is shown, in code points. */
export const nameLimit = 80

/** A flow run's name, or its id while the name is not known. */
export function runName({ name, id }: RunReport): string {
  return plainText(name ?? id, nameLimit)
}

/** {@link runName}, as a link to its page. */
export function runLink(run: RunReport): string {
  return link(runName(run), run.url)
}

/** How to run a flow run by hand that no worker can take up. */
export function retryCommand({ id }: RunReport): string {
  const command = plainText(`prefect flow-run retry ${id} --entrypoint path/to/flow.py:flow`, 200)
  return `${command} (Prefect 3.6.8 or newer), where the code of the flow is`
}
