export { type FlowRunReference, findFlowRuns } from './find-flow-runs.ts'
export { UnusableUiUrlError } from './unusable-ui-url-error.ts'
