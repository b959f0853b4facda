import type { ResumeServices } from './services.ts'

/** For so long, in milliseconds, nobody is told anything while Prefect takes its time. */
const silence = 7000

/** Has something told when `work` takes long; gives the result of `work` in any case, and only when telling is over. */
export async function tellIfSlow<T>(
  work: Promise<T>,
  tellMeanwhile: () => Promise<void>,
  { wait }: Pick<ResumeServices, 'wait'>,
): Promise<T> {
  const over = new AbortController()
  const telling = wait(silence, over.signal).then(tellMeanwhile, (error: unknown) => {
    if (!over.signal.aborted) throw error
  })
  try {
    return await work
  } finally {
    over.abort()
    await telling
  }
}
