import type { Row } from './measure.ts'

/** The lengths that are compared, in characters: the longest that a text may have, and a sixteenth of it. */
const lengths = { long: 64_000, short: 4_000 }

/** How many of the worst are shown. */
const shown = 5

/** Texts of any length, by what makes them hostile. */
type Shapes = Readonly<Record<string, (length: number) => string>>

/** Whether reading takes sixteen times as long for sixteen times the text, whatever the text is made of. */
export function measureHostileText(shapes: Shapes, read: (text: string) => unknown): Row[] {
  const rows = Object.entries(shapes).map(([what, shape]): Row => {
    const [long, short] = [shape(lengths.long), shape(lengths.short)]
    leastTime(short, read) // compiles
    const baseline = (leastTime(short, read) * lengths.long) / lengths.short
    return { what, ours: leastTime(long, read), baseline, unit: 'ms', wanted: { atMost: 4 } }
  })
  return rows.toSorted((left, right) => right.ours - left.ours).slice(0, shown)
}

/** The least of several times, in milliseconds: what is left when the machine was doing nothing else. */
function leastTime(text: string, read: (text: string) => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    read(text)
    return performance.now() - started
  })
  return Math.min(...times)
}
