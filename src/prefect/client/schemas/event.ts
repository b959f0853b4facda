/** Labels of something that an event is about: `prefect.resource.id` is among them, and no value is but a string. */
export type PrefectResource = Readonly<Record<string, string>>

/** An event as Prefect takes it; one of more than 1.5 MB it takes and silently drops. */
export type PrefectEvent = {
  /** A UUID. Of two events with the same one within 5 minutes, Prefect drops the second. */
  readonly id: string
  /** ISO 8601. */
  readonly occurred: string
  readonly event: string
  readonly resource: PrefectResource
  /** Each has a `prefect.resource.role` too. */
  readonly related?: readonly PrefectResource[]
  readonly payload?: Readonly<Record<string, unknown>>
  /** The id of the event that this one follows. */
  readonly follows?: string | null | undefined
}
