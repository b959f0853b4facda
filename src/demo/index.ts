export { DemoFailedError } from './demo-failed-error.ts'
export { type DemoOptions, type DemoResult, runOnce } from './run-once.ts'
