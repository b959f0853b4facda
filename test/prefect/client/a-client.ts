import {
  createPrefectClient,
  type PrefectCall,
  type PrefectClient,
  type PrefectClientOptions,
} from '../../../src/prefect/index.ts'

/** A client that does not wait, but tells how long it would have, in milliseconds, and what it asked. */
export function aClient(options: Partial<PrefectClientOptions> = {}): {
  client: PrefectClient
  waits: number[]
  calls: PrefectCall[]
} {
  const waits: number[] = []
  const calls: PrefectCall[] = []
  const client = createPrefectClient({
    apiUrl: 'http://prefect.test/api',
    credentials: { kind: 'none' },
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
    onCall: (call) => calls.push(call),
    ...options,
  })
  return { client, waits, calls }
}
