/** What the system says of a folder, in words that go on from "DATA_DIR is …, ". */
const reasons: Record<string, string> = {
  EACCES: 'where this user may not write',
  EPERM: 'where this user may not write',
  EROFS: 'on a disk that can only be read',
  EEXIST: 'which is a file',
  ENOTDIR: 'which is below a file',
  ENOSPC: 'on a disk that is full',
}

/** Nothing can be stored in the folder that `DATA_DIR` names. */
export class UnusableDataFolderError extends Error {
  override readonly name = 'UnusableDataFolderError'
  readonly folder: string
  /** The system's, such as `EACCES`. */
  readonly code: string

  constructor(folder: string, code: string, cause?: unknown) {
    super(
      `DATA_DIR is ${folder}, ${reasons[code] ?? 'which cannot be used'} (${code}). Let it name a folder that this user may write to, or one that can be made.`,
      { cause },
    )
    this.folder = folder
    this.code = code
  }
}
