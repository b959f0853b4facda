import type { Answer } from '../../http/index.ts'

/** An error as Prefect's routes tell it. */
export function refuse(status: number, detail: string): Answer {
  return { status, body: { detail } }
}

/** An error as Prefect tells it outside of its routes. */
export function except(status: number, message: string): Answer {
  return { status, body: { exception_message: message } }
}
