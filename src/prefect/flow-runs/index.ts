export {
  type FlowRunReference,
  findFlowRuns,
  findNamedFlowRuns,
  type NamedFlowRun,
} from './find-flow-runs.ts'
export { mayNameFlowRun } from './may-name-flow-run.ts'
export { UnusableUiUrlError } from './unusable-ui-url-error.ts'
