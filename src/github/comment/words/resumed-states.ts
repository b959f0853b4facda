import type { Words } from './words.ts'

/** How a resumed run ended, by the type of its state. */
export const endedStates: ReadonlyMap<string, Words> = new Map([
  ['COMPLETED', { icon: '✅', says: 'ran again, and completed', next: '', short: 'completed' }],
  [
    'FAILED',
    {
      icon: '❌',
      says: 'ran again, and failed again',
      next: 'The logs are on its page.',
      short: 'failed again',
    },
  ],
  [
    'CRASHED',
    {
      icon: '💥',
      says: 'was resumed, and crashed',
      next: 'Its process or its infrastructure ended before the flow did: the logs of the worker say more.',
      short: 'crashed',
    },
  ],
  [
    'CANCELLED',
    {
      icon: '🚫',
      says: 'was resumed, and then cancelled',
      next: 'Somebody cancelled it, or Prefect did; its page says which.',
      short: 'cancelled',
    },
  ],
])

const person = 'It goes on once somebody presses Resume on its page.'

/** How a resumed run stands that has not ended: by type and name of its state, or by its type. */
export const movingStates: ReadonlyMap<string, Words> = new Map([
  [
    'SCHEDULED',
    { icon: '🕓', says: 'is resumed, and waits to be picked up', next: '', short: 'waits to run again' },
  ],
  [
    'SCHEDULED/Late',
    {
      icon: '⚠️',
      says: 'is resumed, but nobody has picked it up yet',
      next: 'Is a worker online for its work pool, or its flow being served? Is the pool or the queue paused? It starts as soon as one takes it.',
      short: 'late',
    },
  ],
  [
    'SCHEDULED/AwaitingConcurrencySlot',
    {
      icon: '🕓',
      says: 'is resumed, and waits for a free slot',
      next: 'A concurrency limit is reached; it starts when another run ends.',
      short: 'waits for a free slot',
    },
  ],
  [
    'SCHEDULED/AwaitingRetry',
    {
      icon: '🕓',
      says: 'ran again and failed, and Prefect retries it by itself',
      next: 'Nobody need do anything yet.',
      short: 'waits for its retry',
    },
  ],
  [
    'SCHEDULED/Resuming',
    { icon: '🕓', says: 'was paused, and goes on soon', next: '', short: 'goes on soon' },
  ],
  ['PENDING', { icon: '🕓', says: 'is resumed, and about to start', next: '', short: 'about to run again' }],
  ['RUNNING', { icon: '▶️', says: 'runs again', next: '', short: 'running again' }],
  [
    'RUNNING/Retrying',
    { icon: '▶️', says: 'ran again and failed, and Prefect retries it now', next: '', short: 'retrying' },
  ],
  ['PAUSED', { icon: '⏸️', says: 'ran again, and is paused', next: person, short: 'paused' }],
  [
    'PAUSED/Suspended',
    {
      icon: '⏸️',
      says: 'ran again, and is suspended',
      next: `${person} A worker then takes it up anew.`,
      short: 'suspended',
    },
  ],
  [
    'CANCELLING',
    { icon: '🚫', says: 'was resumed, and is being cancelled', next: '', short: 'being cancelled' },
  ],
])
