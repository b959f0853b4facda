/** Whatever keeps Prefect from doing what was asked. Messages carry no secret and nothing of what was sent. */
export abstract class PrefectError extends Error {
  /** Whether the same call may go well later without anybody changing anything. */
  abstract readonly retryable: boolean
}
