import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { LogSettings } from '../settings/index.ts'

/** The second net under secrets: nothing of these names is ever logged, wherever it stands. */
const redact = [
  'authorization',
  'cookie',
  'headers',
  'token',
  'privateKey',
  'secret',
  'password',
  'payload',
  'body',
]

/** The program's log: JSON for machines, or one readable line each for people; on stdout. */
export function createLog({ level, format }: LogSettings): Logger {
  const paths = redact.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const options = { level, base: null, redact: { paths, censor: '[redacted]' } }
  return format === 'json'
    ? pino(options)
    : pino(options, pretty({ sync: true, translateTime: 'SYS:HH:MM:ss' }))
}
