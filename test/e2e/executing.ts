import { test as base } from './merging.ts'
import { becomes } from './prefect/becomes.ts'
import { flowsFolder, serveOrders, startWorker } from './prefect/programs.ts'
import { makeRunFolder, type RunFolder } from './prefect/run-folder.ts'

/** Tests whose flow runs are executed: by a program that serves their flows, or by a worker of a pool. */
export const test = base
  .extend('executing', { scope: 'file' }, ({ server, dataFolder }) => ({ ...server, folder: dataFolder }))
  .extend('served', { scope: 'file' }, async ({ executing, seed }, { onCleanup }) => {
    const name = `e2e-${crypto.randomUUID()}`
    const program = await serveOrders(executing, name)
    onCleanup(async () => {
      await program.stop()
    })
    const orders = await seed.findDeployment(`orders/${name}`)
    await becomes(() => seed.statusOf(orders), 'READY')
    return { name, orders, day: await seed.findDeployment(`day/${name}`) }
  })
  .extend('pooled', { scope: 'file' }, async ({ executing, seed }, { onCleanup }) => {
    const pool = await seed.workPool()
    const worker = await startWorker(executing, pool)
    onCleanup(async () => {
      await worker.stop()
    })
    await becomes(() => seed.statusOfQueue(pool, 'default'), 'READY')
    const place = { workPool: pool, path: flowsFolder, entrypoint: 'orders.py:orders' }
    return { deploy: () => seed.deployment({ ...place, flow: 'orders' }) }
  })
  .extend('folder', ({ dataFolder }) => makeRunFolder(dataFolder))

/** The parameters of a run of `orders.py` that this folder steers. */
export function parameters({ path }: RunFolder): { folder: string } {
  return { folder: path }
}
