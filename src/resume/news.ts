import { z } from 'zod'
import { type Report, reportedStateSchema } from './report.ts'

/** What the follower tells a waiting merge: the new states of its flow runs, by their ids. */
export const newsSchema = z.strictObject({ states: z.record(z.string(), reportedStateSchema) })

export type News = z.infer<typeof newsSchema>

/** The name under which a merge waits for news. */
export function newsSignal(mergeKey: string): string {
  return `news:${mergeKey}`
}

/** The report with the new states in it. */
export function withNews(report: Report, { states }: News): Report {
  return { ...report, runs: report.runs.map((run) => ({ ...run, now: states[run.id] ?? run.now })) }
}
