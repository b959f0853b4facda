import { z } from 'zod'

/** How long GitHub may take, in milliseconds. */
const patience = 15_000

const answerSchema = z.object({
  id: z.int().positive().transform(String),
  name: z.string(),
  slug: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  owner: z.object({ login: z.string(), type: z.string() }),
  pem: z.string().includes('PRIVATE KEY'),
  webhook_secret: z.string().nullish(),
})

const refusalSchema = z.object({ message: z.string() })

/** The App as GitHub made it, with what only we may know of it. */
export type ConvertedApp = z.output<typeof answerSchema>

export type Conversion =
  | { converted: true; app: ConvertedApp }
  /** Where it may come later, the code is still good; `why` follows "GitHub". */
  | { converted: false; mayComeLater: boolean; why: string }

/** Whether it has the form of a code that GitHub sends along: what it becomes part of is a path. */
export function isCode(text: string | null): text is string {
  return text !== null && /^[\w-]{1,255}$/.test(text)
}

/**
 * Exchanges the code that GitHub sent along for the App: once, within an hour.
 *
 * @param apiUrl the root of GitHub's REST API
 */
export async function convertCode(apiUrl: string, code: string, timeout = patience): Promise<Conversion> {
  try {
    const response = await fetch(`${apiUrl}/app-manifests/${code}/conversions`, {
      method: 'POST',
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'resume-on-merge' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    return read(response.status, await response.text())
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return later(
      late ? `did not answer within ${timeout / 1000} s` : `could not be reached (${reasonOf(error)})`,
    )
  }
}

function read(status: number, text: string): Conversion {
  const body = parse(text)
  if (status === 201 || status === 200) {
    const answer = answerSchema.safeParse(body)
    if (answer.success) return { converted: true, app: answer.data }
    return never('answered something that is no GitHub App')
  }
  if (status === 404 || status === 422) return never('does not know the code that it sent along')
  const said = refusalSchema.safeParse(body).data?.message.slice(0, 200)
  const why = `answered ${status}${said === undefined ? '' : `: ${said}`}`
  return status >= 500 || status === 403 || status === 429 ? later(why) : never(why)
}

function later(why: string): Conversion {
  return { converted: false, mayComeLater: true, why }
}

function never(why: string): Conversion {
  return { converted: false, mayComeLater: false, why }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : 'unknown reason'
}
