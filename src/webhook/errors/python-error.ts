/** An operation on values failed the way Python's would; the template puts its line to it. */
export class PythonError extends Error {
  override readonly name = 'PythonError'
  /** Python's name for it: `TypeError`, `ValueError`, … */
  readonly kind: string

  constructor(kind: string, message: string) {
    super(message)
    this.kind = kind
  }
}

/** A value of the wrong type. */
export function typeError(message: string): PythonError {
  return new PythonError('TypeError', message)
}

/** A value of the right type that cannot be used. */
export function valueError(message: string): PythonError {
  return new PythonError('ValueError', message)
}

/** Something is asked of a value that is missing. */
export function undefinedError(message: string): PythonError {
  return new PythonError('UndefinedError', message)
}

/** Something that a template must not do to the values it is given. */
export function securityError(message: string): PythonError {
  return new PythonError('SecurityError', message)
}

/** More than a template may use; Prefect's limits, and some of our own. */
export function limitError(message: string): PythonError {
  return new PythonError('LimitError', message)
}
