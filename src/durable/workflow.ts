import type { z } from 'zod'

/**
 * What a workflow does, in pieces that are remembered: a restart goes on after the last finished one. Inputs and results
 * are stored as JSON: no dates, no undefined, no secrets.
 */
export interface Step {
  /** Does `work` once; a repeat of the workflow gets the stored result. When it throws it is tried again. */
  run<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Waits, also through a restart; in milliseconds. */
  sleep(name: string, duration: number): Promise<void>
}

/** `startedAt` is when the workflow was first asked for, in milliseconds since 1970: the same in each repeat. */
export type WorkflowBody<Input> = (input: Input, step: Step, startedAt: number) => Promise<void>

export interface Workflow<Input> {
  /** Starts the workflow, durably, before it returns. The same `key` starts it once (for 24 hours). */
  start(key: string, input: Input): Promise<void>
}

/** The door to the durable engine: nothing outside this folder knows which one it is. */
export interface Engine {
  /** `schema` reads what an earlier version of the program may have stored. */
  define<Input>(name: string, schema: z.ZodType<Input>, body: WorkflowBody<Input>): Workflow<Input>
  /** Begins to execute workflows; all must be defined before. */
  run(): Promise<void>
  /** Takes no more work and waits until what is under way is finished or parked. */
  drain(): Promise<void>
  /**
   * Deletes some of the workflows that ended before a time (in milliseconds since 1970), with all they remember; little
   * enough that nobody waits for it. Gives how many: 0 when none is left.
   */
  forget(before: number): Promise<number>
  /** Closes the store. */
  close(): Promise<void>
}
