export * from './client/index.ts'
export * from './errors/index.ts'
export * from './flow-runs/index.ts'
export { workspaceOf } from './workspace.ts'
