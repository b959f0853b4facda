import type { Carried } from '../output/rope.ts'

/** The variables that can be seen at a place of a template; what is not its own is looked up further out. */
export interface Scope {
  [name: string]: Carried
}

/** A scope inside another; without one, the outermost. No name is ever found on JavaScript's own objects. */
export function scopeWithin(outer: Scope | null): Scope {
  return Object.create(outer)
}
