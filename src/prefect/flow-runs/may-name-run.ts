/**
 * Whether a closer look at a Markdown text may find a flow run, or something that was taken for one: a task run's page,
 * an address of the API. Most texts need none. Each of these has one of these words in its path, in so many letters
 * unless some are written as entities, escaped, or parted by tags that are not shown.
 */
export function mayNameRun(text: string): boolean {
  return /(?:flow-run|task-run|flow_runs)\/|[&\\<]/i.test(text)
}
