import { type Logger, pino } from 'pino'
import { z } from 'zod'

/** What is read of a line of the App's log; the rest of it stays as it is. */
const lineSchema = z.looseObject({
  level: z.int(),
  msg: z.string().optional(),
  /** Of the pull request that the line is about. */
  number: z.int().optional(),
})

export type LogLine = z.infer<typeof lineSchema>

const warning = 40

/**
 * The App's log in the demo: what is worth a warning is told, in a line of its own.
 *
 * @param heard gets every line
 */
export function createDemoLog(say: (line: string) => void, heard: (line: LogLine) => void): Logger {
  const destination = {
    write(text: string): void {
      const line = lineSchema.parse(JSON.parse(text))
      if (line.level >= warning) say(`App      ${text.trimEnd()}`)
      heard(line)
    },
  }
  return pino({ base: null }, destination)
}
