/**
 * Finds the end of a code span by the length of its run of backticks: the next run as long. Each run is looked at
 * once, so that many that never close cost no more than their length.
 */
export function codeSpanReader(text: string): (at: number, length: number) => number | undefined {
  let runs: Map<number, number[]> | undefined
  return (at, length) => {
    runs ??= runsByLength(text)
    const starts = runs.get(length) ?? []
    while ((starts.at(-1) ?? text.length) < at + length) starts.pop() // behind us for good
    return starts.at(-1)
  }
}

/** Where the runs of backticks of each length start, the last first. */
function runsByLength(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = runs.get(run.length)
    if (starts) starts.push(index)
    else runs.set(run.length, [index])
  }
  for (const starts of runs.values()) starts.reverse()
  return runs
}
