export { openEngine } from './open-engine.ts'
export type { Engine, Json, Step, Workflow, WorkflowBody } from './workflow.ts'
