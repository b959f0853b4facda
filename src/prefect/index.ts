export type { CompletedTaskRuns } from './client/count-completed-task-runs.ts'
export { createPrefectClient, type PrefectClient } from './client/create-prefect-client.ts'
export type { PrefectCall, PrefectClientOptions, PrefectCredentials } from './client/options.ts'
export type { ReadOptions } from './client/read-options.ts'
export type { Deployment } from './client/schemas/deployment.ts'
export type { PrefectEvent } from './client/schemas/event.ts'
export type { Flow } from './client/schemas/flow.ts'
export type { FlowRun } from './client/schemas/flow-run.ts'
export type { FlowRunNow } from './client/schemas/flow-run-now.ts'
export type { FlowRunState } from './client/schemas/flow-run-state.ts'
export type { PullStep } from './client/schemas/pull-steps.ts'
export type { TaskRun } from './client/schemas/task-run.ts'
export type { WorkPool } from './client/schemas/work-pool.ts'
export type { WorkQueue } from './client/schemas/work-queue.ts'
export type { Worker } from './client/schemas/worker.ts'
export type { SetStateAnswer, SetStateRequest } from './client/set-flow-run-state.ts'
export { PrefectAmbiguousAnswerError } from './errors/prefect-ambiguous-answer-error.ts'
export { PrefectAnswerError } from './errors/prefect-answer-error.ts'
export { PrefectError } from './errors/prefect-error.ts'
export { PrefectForbiddenError } from './errors/prefect-forbidden-error.ts'
export { PrefectRateLimitError } from './errors/prefect-rate-limit-error.ts'
export { PrefectUnauthorizedError } from './errors/prefect-unauthorized-error.ts'
export { PrefectUnreachableError } from './errors/prefect-unreachable-error.ts'
export { UnreadableCertificateError } from './errors/unreadable-certificate-error.ts'
export { UnusableApiUrlError } from './errors/unusable-api-url-error.ts'
export {
  type FlowRunReference,
  findFlowRuns,
  findNamedFlowRuns,
  findUnusedUrls,
  mayNameRun,
  type NamedFlowRun,
  UnusableUiUrlError,
  type UnusedUrl,
} from './flow-runs/index.ts'
export { deriveUiUrl, workspaceOf } from './ui-url.ts'
