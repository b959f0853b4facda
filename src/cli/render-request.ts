import { z } from 'zod'
import type { WebhookRequest } from '../webhook/index.ts'
import { nameOf, readInput } from './read-input.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

const payloadSchema = z.object({ pull_request: z.object({ body: z.string().nullish() }) })
const headersSchema = z.record(z.string(), z.string())

/** A request as a person describes it. */
export interface RequestFiles {
  payload: string
  event: string
  headers?: string
}

/** The request that GitHub would send. @throws UnreadableFileError */
export async function readRequest({ payload, event, headers }: RequestFiles): Promise<WebhookRequest> {
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': event,
      ...(headers === undefined ? {} : await readHeaders(headers)),
    },
    body: await readInput(payload),
  }
}

async function readHeaders(file: string): Promise<Record<string, string>> {
  const headers = headersSchema.safeParse(parse(await readInput(file)))
  if (headers.success) return headers.data
  throw new UnreadableFileError(nameOf(file), 'it is no JSON object of header names to texts')
}

/** The text of the pull request in a body, or why there is none. */
export function readPullRequestText(body: string): { text: string } | { text: ''; because: string } {
  const document = parse(body)
  if (document === undefined) return { text: '', because: 'is no JSON, so the template sees it as text' }
  const payload = payloadSchema.safeParse(document)
  return payload.success
    ? { text: payload.data.pull_request.body ?? '' }
    : { text: '', because: 'holds no pull request, so no flow run is named' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
