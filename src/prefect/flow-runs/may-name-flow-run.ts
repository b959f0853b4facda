/**
 * Whether a closer look at a Markdown text may find a flow run; most texts need none. Every page of a run has this in
 * its path, in so many letters unless some are written as entities, escaped, or parted by tags that are not shown.
 */
export function mayNameFlowRun(text: string): boolean {
  return /flow-run\/|[&\\<]/i.test(text)
}
