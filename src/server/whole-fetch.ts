/**
 * A `fetch` that gives whole answers in time, or rejects: with a body that breaks off, Octokit takes an answer for an
 * empty one, and an empty list of comments would be a reason to write a second one.
 *
 * @param timeout for one call until the end of its answer, in milliseconds
 */
export function createWholeFetch(timeout: number): typeof fetch {
  return async (input, init) => {
    const signals = [AbortSignal.timeout(timeout), ...(init?.signal ? [init.signal] : [])]
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) })
    const body = await response.arrayBuffer()
    // Answers such as 204 may have no body, not even an empty one.
    return new Response(body.byteLength === 0 ? null : body, response)
  }
}
