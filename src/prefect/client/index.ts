export type { Deployment, Flow, FlowRun, FlowRunState } from './documents.ts'
export type { PrefectCall, PrefectClientOptions, PrefectCredentials } from './options.ts'
export { createPrefectClient, type PrefectClient } from './prefect-client.ts'
export type { ScheduledState, SetStateAnswer } from './set-flow-run-state.ts'
