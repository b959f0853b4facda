/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

/** One line of the result: ours, the baseline's, and their ratio against what is wanted. */
export interface Row {
  what: string
  ours: number
  baseline: number
  unit: string
  /** What the ratio ours / baseline shall be. */
  wanted: { atMost: number } | { atLeast: number }
}

export function printRows(title: string, baseline: string, rows: readonly Row[]): void {
  process.stdout.write(`\n${title}\nbaseline: ${baseline}\n`)
  for (const { what, ours, baseline: theirs, unit, wanted } of rows) {
    const ratio = ours / theirs
    const [sign, bound, holds] =
      'atMost' in wanted
        ? ['≤', wanted.atMost, ratio <= wanted.atMost]
        : ['≥', wanted.atLeast, ratio >= wanted.atLeast]
    process.stdout.write(
      `  ${what.padEnd(44)} ${format(ours)} ${unit}  baseline ${format(theirs)} ${unit}  ` +
        `ratio ${ratio.toFixed(2)} (wanted ${sign} ${bound}: ${holds ? 'yes' : 'NO'})\n`,
    )
  }
}

function format(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0).padStart(8)
}
