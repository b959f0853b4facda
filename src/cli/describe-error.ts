/** As deep as causes are followed, and as many errors as are told of one that holds several. */
const limits = { depth: 4, errors: 10 }

/** What clients hang on their errors: whole payloads and answers, with the headers that carry tokens. */
const hidden: ReadonlySet<string> = new Set([
  'authorization',
  'body',
  'cookie',
  'event',
  'headers',
  'password',
  'payload',
  'privateKey',
  'request',
  'response',
  'secret',
  'token',
])

/** An error as the log shows it. */
export interface DescribedError {
  type: string
  message: string
  stack?: string
  /** Its plain fields, such as `code` and `status`; then `cause` and `errors`, described likewise. */
  [field: string]: unknown
}

/**
 * An error for the log: what it is, what it says, its plain fields, and the errors behind it. Objects that hang on it
 * are left out, whatever they are called: Octokit hangs the whole delivery on each error of a handler.
 */
export function describeError(error: unknown, depth: number = limits.depth): unknown {
  if (!(error instanceof Error)) return isPlain(error) ? error : Object.prototype.toString.call(error)
  const described: DescribedError = { type: error.name, message: error.message }
  if (error.stack !== undefined) described.stack = error.stack
  for (const [field, value] of Object.entries(error)) {
    if (isPlain(value) && !hidden.has(field)) described[field] ??= value
  }
  if (depth === 0) return described
  if (error.cause !== undefined) described['cause'] = describeError(error.cause, depth - 1)
  if (error instanceof AggregateError) {
    described['errors'] = error.errors.slice(0, limits.errors).map((each) => describeError(each, depth - 1))
  }
  return described
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
