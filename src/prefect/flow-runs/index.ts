export {
  type FlowRunReference,
  findFlowRuns,
  findNamedFlowRuns,
  type NamedFlowRun,
} from './find-flow-runs.ts'
export { findUnusedUrls, type UnusedUrl } from './find-unused-urls.ts'
export { mayNameRun } from './may-name-run.ts'
export { UnusableUiUrlError } from './unusable-ui-url-error.ts'
