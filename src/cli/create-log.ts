import { type DestinationStream, type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { LogSettings } from '../settings/index.ts'
import { describeError } from './describe-error.ts'

/** The second net under secrets: no field of these names is ever logged. What hangs on errors, `describeError` leaves out. */
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

/**
 * The program's log: JSON for machines, or one readable line each for people.
 *
 * @param destination stdout, unless a test listens
 */
export function createLog(
  { level, format }: LogSettings,
  destination: DestinationStream = pino.destination(1),
): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: redact, censor: '[redacted]' },
    serializers: { err: describeError, event: eventName },
  }
  return format === 'json'
    ? pino(options, destination)
    : pino(options, pretty({ sync: true, translateTime: 'SYS:HH:MM:ss', destination }))
}

/** Probot logs a whole delivery as its event; we log its name. */
function eventName(event: unknown): string | undefined {
  return typeof event === 'string' ? event : undefined
}
