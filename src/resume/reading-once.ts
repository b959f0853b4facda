import type { PrefectClient } from '../prefect/index.ts'

/**
 * The same client, which reads what several runs have in common (deployment, flow, pool, workers, queue) only once: the
 * runs of one pull request are often of one deployment, and Prefect Cloud counts calls.
 */
export function readingOnce(client: PrefectClient): PrefectClient {
  return {
    ...client,
    readDeployment: once(client.readDeployment),
    readFlow: once(client.readFlow),
    readWorkPool: once(client.readWorkPool),
    readWorkers: once(client.readWorkers),
    readWorkQueue: once(client.readWorkQueue),
  }
}

function once<Options, T>(
  read: (name: string, options?: Options) => Promise<T>,
): (name: string, options?: Options) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (name, options) => {
    const reading = known.get(name) ?? read(name, options)
    known.set(name, reading)
    return reading
  }
}
