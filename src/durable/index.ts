export { openEngine } from './open-engine.ts'
export type { Engine, Json, Step, StepRetry, Workflow, WorkflowBody } from './workflow.ts'
