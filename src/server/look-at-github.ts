import { z } from 'zod'
import type { AppOwner } from '../github/index.ts'
import { codeOf } from './code-of.ts'
import type { Neighbour } from './neighbour.ts'

/** Clocks that differ by more, in milliseconds, make GitHub refuse what we sign. */
const leeway = 60_000

/** What a client of GitHub throws for an answer that is none of success. */
const refusalSchema = z.object({
  status: z.int(),
  response: z.object({ headers: z.object({ date: z.string().optional() }) }),
})

/** Who we are to GitHub, and how to ask it. */
export interface GitHubAccess {
  appId: string
  apiUrl: string
  readOwner(leaving?: AbortSignal): Promise<AppOwner>
}

/** GitHub, as the start looks at it: whether it is there, and takes our key for that of the App. */
export function gitHubNeighbour({ appId, apiUrl, readOwner }: GitHubAccess): Neighbour {
  return {
    name: 'GitHub',
    async look(signal) {
      try {
        const { login } = await readOwner(signal)
        return { well: true, fields: { github: apiUrl, app: appId, owner: login } }
      } catch (error) {
        signal.throwIfAborted()
        return { well: false, trouble: troubleOf(error, { appId, host: new URL(apiUrl).host }, Date.now()) }
      }
    },
  }
}

/** What is wrong, and what to do, in a line. @param now our clock, in milliseconds since 1970 */
export function troubleOf(
  error: unknown,
  { appId, host }: { appId: string; host: string },
  now: number,
): string {
  const refusal = refusalSchema.safeParse(error)
  if (!refusal.success) {
    return error instanceof z.ZodError
      ? `GitHub at ${host} answered in a form that we do not know. Check GHE_HOST: it is the host of GitHub itself.`
      : `GitHub at ${host} could not be reached (${reasonOf(error)}). Check GHE_HOST, and the way to it from here.`
  }
  const { status, response } = refusal.data
  const ahead = now - Date.parse(response.headers.date ?? '')
  if (status === 401 && Math.abs(ahead) > leeway) {
    const difference = `${Math.round(Math.abs(ahead) / 60_000)} min ${ahead > 0 ? 'ahead of' : 'behind'}`
    return `GitHub at ${host} refused what we signed: the clock of this machine is ${difference} GitHub's. Set it, and keep it set (NTP).`
  }
  if (status === 401) {
    return `GitHub at ${host} refused our key: PRIVATE_KEY is not one of the App with APP_ID ${appId}. Make a new key in the App's settings, or correct APP_ID.`
  }
  if (status === 404) {
    return `GitHub at ${host} knows no App with APP_ID ${appId}. Correct APP_ID ("App ID" in the App's settings), or GHE_HOST.`
  }
  return `GitHub at ${host} answered ${status} when asked who we are; it is asked again.`
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return codeOf(cause) ?? codeOf(error) ?? (error instanceof Error ? error.message : String(error))
}
