export { openEngine } from './open-engine.ts'
export type { Engine, Step, Workflow, WorkflowBody } from './workflow.ts'
