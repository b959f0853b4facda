import type { NewFlowRun } from '../../prefect/index.ts'

/** A flow run, as the texts of a pull request name it. */
export interface NamedRun {
  id: string
  name: string
  /** Its page. */
  url: string
}

/** A pull request to try: what it is about, and what is to be seen. */
export interface Scenario {
  /** Its name in addresses. */
  slug: string
  /** What the reader should do and see, in sentences. */
  says: string
  /** What shall be pressed. */
  suggests: 'merge' | 'close'
  /** Which part of the data tells most. @default 'run' */
  shows?: 'run' | 'event'
  author: string
  branch: string
  run: NewFlowRun & { name: string }
  title(run: NamedRun): string
  /** Markdown. */
  body(run: NamedRun): string
}
