import type { Unreachable } from '../errors/prefect-unreachable-error.ts'

/** A whole answer, whatever its status. */
export type Answer = {
  readonly kind: 'answer'
  readonly status: number
  readonly body: string
  /** The media type; null where it was not said. */
  readonly contentType: string | null
  /** In milliseconds; null where the answer did not ask for it. */
  readonly retryAfter: number | null
}

/** No whole answer. */
export type Failure =
  | (Unreachable & {
      readonly kind: 'unreachable'
      /** Whether Prefect can have received the request. */
      readonly sent: boolean
    })
  | { readonly kind: 'too-large'; readonly code: 'TOO_LARGE'; readonly status: number }
  /** We are leaving. */
  | { readonly kind: 'left'; readonly code: 'LEFT'; readonly reason: unknown; readonly sent: boolean }

export type Outcome = Answer | Failure
