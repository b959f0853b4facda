export { type DemoOptions, type DemoResult, runOnce } from './run-once.ts'
