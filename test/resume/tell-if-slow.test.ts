import { expect, test } from 'vitest'
import { tellIfSlow } from '../../src/resume/tell-if-slow.ts'

/** A clock that a test moves; what waits on it ends with the signal. */
function aClock() {
  const waiting: (() => void)[] = []
  return {
    pass() {
      for (const end of waiting.splice(0)) end()
    },
    wait: (_duration: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        waiting.push(resolve)
        signal?.addEventListener('abort', () => reject(signal.reason))
      }),
  }
}

test('work that is done in time is not told of before', async () => {
  const told: string[] = []
  const result = await tellIfSlow(Promise.resolve('done'), async () => void told.push('slow'), aClock())
  expect(result).toBe('done')
  expect(told).toEqual([])
})

test('work that takes long is told of, and its result comes after what was told', async () => {
  const { pass, wait } = aClock()
  const order: string[] = []
  const work = Promise.withResolvers<string>()
  const telling = Promise.withResolvers<void>()
  const both = tellIfSlow(
    work.promise,
    async () => {
      await telling.promise
      order.push('told')
    },
    { wait },
  ).then((result) => order.push(result))
  pass()
  work.resolve('done')
  telling.resolve()
  await both
  expect(order).toEqual(['told', 'done'])
})

test('a failure to tell is not swallowed, and neither is one of the work', async () => {
  const { pass, wait } = aClock()
  const work = Promise.withResolvers<string>()
  const failing = tellIfSlow(work.promise, () => Promise.reject(new Error('the store is gone')), { wait })
  pass()
  await Promise.resolve()
  work.resolve('done')
  await expect(failing).rejects.toThrow('the store is gone')
  await expect(tellIfSlow(Promise.reject(new Error('ours')), async () => {}, aClock())).rejects.toThrow(
    'ours',
  )
})
