import type { Answer } from '../../http/index.ts'

/** An error as GitHub tells it. @param more keys of the body */
export function refuse(status: number, message: string, more: object = {}): Answer {
  const documentation = 'https://docs.github.com/rest'
  return { status, body: { message, ...more, documentation_url: documentation, status: String(status) } }
}

/** 404: there is none, or the asker may not know of it. */
export function notFound(): Answer {
  return refuse(404, 'Not Found')
}

/** 422 for a field that is not as it should be. */
export function invalid(resource: string, field: string, message: string): Answer {
  return refuse(422, 'Validation Failed', { errors: [{ resource, code: 'custom', field, message }] })
}
