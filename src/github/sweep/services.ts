import type { Logger } from 'pino'
import type { Inbox } from '../../inbox/index.ts'
import type { DeliveryLog } from './delivery-log.ts'

/** What a sweep works with. */
export interface SweepServices {
  deliveryLog: DeliveryLog
  inbox: Pick<Inbox, 'delivery' | 'hold' | 'letGo' | 'missed'>
  /** In milliseconds since 1970. */
  now(): number
  /** @param duration in milliseconds; rejects when we leave */
  wait(duration: number): Promise<void>
  /** Ends a sweep at once. */
  leaving: AbortSignal
  log: Logger
}

/** What a sweep did, for the log. */
export interface Tally {
  /** Attempts that were listed, of any kind. */
  listed: number
  /** Deliveries that turned out to be missed. */
  missed: number
  asked: number
  givenUp: number
}

/** One sweep. */
export interface Round extends SweepServices {
  /** When it began: all its pauses count from there, so that the round that comes after a pause finds it over. */
  began: number
  tally: Tally
  /** Whether nobody else sweeps meanwhile; to be asked before each call. */
  mayGoOn(): Promise<boolean>
}
