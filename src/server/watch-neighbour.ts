import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Neighbour } from './neighbour.ts'

/** Between two looks, in milliseconds; the pause doubles from look to look. */
const pauses = { first: 2000, longest: 60_000 }

/**
 * Looks at a neighbour in the background until all is well with it. Nothing waits for that: a merge that comes before
 * is tried again on its own. Trouble is one line in the log, however often it is found.
 */
export function watchNeighbour({ name, look }: Neighbour, log: Logger, leaving: AbortSignal): void {
  async function watch(): Promise<void> {
    let told = ''
    for (let pause = pauses.first; ; pause = Math.min(pause * 2, pauses.longest)) {
      const finding = await look(leaving)
      if (finding.well) return log.info(finding.fields, `${name} lets us in`)
      if (finding.trouble !== told) log.warn(finding.trouble)
      told = finding.trouble
      await setTimeout(pause, undefined, { signal: leaving })
    }
  }

  watch().catch((error: unknown) => {
    if (!leaving.aborted) log.error({ err: error }, `looking at ${name} failed`)
  })
}
