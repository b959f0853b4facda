/** A text as JavaScript reads JSON; undefined when it is not JSON. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Whether a text is one whole JSON value. */
export function isJson(source: string): boolean {
  return parseJson(source) !== undefined
}
