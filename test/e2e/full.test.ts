import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { spawnApp } from '../app/spawn-app.ts'
import { repository, test } from '../app/world.ts'

/** Mounts a small disk of memory; null where this user may not, and says so. */
function smallDisk(folder: string): { fill(): void; empty(): void; unmount(): void } | null {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    process.stdout.write('skipped: a full disk (this user may not mount one of memory)\n')
    return null
  }
  const filler = join(folder, 'filler')
  return {
    fill() {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
    },
    empty: () => rmSync(filler),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  }
}

describe('a disk that is full', () => {
  test('is no reason to lose a delivery: it is refused, and taken once there is room again', async ({
    github,
    prefect,
    environment,
    dataFolder,
    skip,
  }) => {
    const folder = join(dataFolder, 'small')
    const disk = smallDisk(folder)
    if (disk === null) return skip()
    try {
      const app = await spawnApp({ ...environment, DATA_DIR: folder }, { endedByCaller: true })
      github.hookUrl = `${app.url}/api/github/webhooks`
      const ready = async (): Promise<number> => (await fetch(`${app.url}/readyz`)).status
      const run = prefect.addFlowRun({ state: 'FAILED' })
      const { number } = github.addPullRequest({ repository, body: run.url })
      const merge = github.merge({ repository, number })
      expect(await ready()).toBe(200)

      disk.fill()
      const refused = await github.deliver(merge)
      expect(refused).toMatchObject({ statusCode: 503, response: { headers: { 'retry-after': '30' } } })
      expect(await ready()).toBe(503)

      disk.empty()
      await expect.poll(ready, { timeout: 10_000 }).toBe(200)
      expect((await github.deliver(merge)).statusCode).toBe(200)
      await prefect.until(() => prefect.flowRun(run.id).state_type === 'COMPLETED', { within: 60_000 })
      expect(prefect.executions(run.id)).toBe(1)
      await app.stop()
    } finally {
      disk.unmount()
    }
  })
})
