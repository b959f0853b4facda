import type { LeftAlone } from '../../resume/index.ts'

/**
 * Whether somebody should do something about a run that was left alone for this reason. Not where it goes on by
 * itself, where somebody wants it so (a state, a branch, a deployment that is not to be resumed), or where the pull
 * request only speaks of it.
 */
export function isToMend(why: LeftAlone): boolean {
  return why.reason === 'subflow' ? !why.named : toMend.has(why.reason)
}

const toMend: ReadonlySet<LeftAlone['reason']> = new Set([
  'no-deployment',
  'deployment-deleted',
  'not-found',
  'foreign-workspace',
  'too-old',
  'not-matched',
  'template-failed',
  'refused',
] as const)
