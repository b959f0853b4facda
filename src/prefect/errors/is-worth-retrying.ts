import { PrefectError } from './prefect-error.ts'

/** Whether the same call may go well later by itself. After an ambiguous write: only once it was read what became of it. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof PrefectError && error.retryable
}
