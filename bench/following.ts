import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { PrefectStandIn } from '../src/demo/prefect/index.ts'
import { startProgram } from '../test/app/program.ts'

const program = fileURLToPath(new URL('./follower.ts', import.meta.url))

const resultSchema = z.object({
  /** The most in one round. */
  calls: z.number(),
  /** Rounds in which something was due. */
  looks: z.number(),
  /** The event loop's delay, p99, in milliseconds. */
  delay: z.number(),
  /** Resident memory after the looks, more than before, in MiB. */
  growth: z.number(),
})

/** Follows so many runs that wait for a worker, in a program of its own, for 20 s. */
export async function measureFollowing(
  prefect: PrefectStandIn,
  count: number,
): Promise<z.infer<typeof resultSchema>> {
  const ids = Array.from({ length: count }, () => prefect.addFlowRun({ state: 'SCHEDULED' }).id)
  const folder = await mkdtemp(join(tmpdir(), 'resume-on-merge-bench-'))
  const file = join(folder, 'ids.json')
  await writeFile(file, JSON.stringify(ids))
  const follower = await startProgram({
    command: process.execPath,
    arguments: [program, prefect.apiUrl, file],
    environment: {},
    folder,
  })
  const result = await follower.line((line) => read(line), 120_000)
  await follower.exit
  await rm(folder, { recursive: true })
  return result
}

function read(line: string): z.infer<typeof resultSchema> | undefined {
  try {
    return resultSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
