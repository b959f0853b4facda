/** The engine's words for runs of workflows that have ended; `succeeded` is its older one for `completed`. */
export const endedStatuses = ['completed', 'succeeded', 'failed', 'canceled'] as const
