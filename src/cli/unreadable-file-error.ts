/** What the system says, in words that go on from "cannot be read: ". */
const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
}

/** A file that was named on the command line cannot be read, or is not what it should be. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
  readonly file: string

  /** @param reason what reading it threw, or what it should be, in words that go on from "cannot be read: " */
  constructor(file: string, reason: unknown) {
    super(`${file} cannot be read: ${inWords(reason)}.`, { cause: reason })
    this.file = file
  }
}

function inWords(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason)
  const code = 'code' in reason ? String(reason.code) : ''
  return reasons[code] ?? reason.message
}
