import { expect, vi } from 'vitest'

/** Awaits that what is read is this; rejects with what it was last after 45 s. */
export async function becomes(read: () => Promise<string>, wanted: string): Promise<void> {
  await vi.waitFor(async () => expect(await read()).toBe(wanted), { timeout: 45_000, interval: 200 })
}
