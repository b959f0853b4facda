/** What a trigger looks at of an event: Prefect's events have more. */
export interface MatchableEvent {
  event: string
  /** Labels to values. */
  resource: Readonly<Record<string, string>>
  related?: readonly Readonly<Record<string, string>>[] | undefined
}
