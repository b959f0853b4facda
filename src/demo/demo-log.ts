import { type Logger, pino } from 'pino'
import { z } from 'zod'

const lineSchema = z.object({ level: z.int(), msg: z.string().optional() })

const warning = 40

/** The App's log in the demo: what is worth a warning is told, and the end of the work is noticed. */
export interface DemoLog {
  log: Logger
  /** Resolves when the App has nothing more to do for the merge. */
  finished: Promise<void>
}

export function createDemoLog(say: (line: string) => void): DemoLog {
  const { promise, resolve } = Promise.withResolvers<void>()
  const destination = {
    write(text: string): void {
      const { level, msg } = lineSchema.parse(JSON.parse(text))
      if (level >= warning) say(`App      ${text.trimEnd()}`)
      if (msg === 'merge finished') resolve()
    },
  }
  return { log: pino({ base: null }, destination), finished: promise }
}
