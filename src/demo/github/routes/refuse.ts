import type { Answer } from '../../http/index.ts'

/** An error as GitHub tells it. */
export function refuse(status: number, message: string): Answer {
  const documentation = 'https://docs.github.com/rest'
  return { status, body: { message, documentation_url: documentation, status: String(status) } }
}

export function notFound(): Answer {
  return refuse(404, 'Not Found')
}

/** 422 for a field that is not as it should be. */
export function invalid(resource: string, field: string, message: string): Answer {
  const errors = [{ resource, code: 'custom', field, message }]
  const { body, status } = refuse(422, 'Validation Failed')
  return { status, body: { ...Object(body), errors } }
}
