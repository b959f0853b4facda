import { z } from 'zod'

/** Labels of a resource to what they must be: globs, `!` in front for anything else; of a list, one must fit. */
const resourceSpecification = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const resourceId = 'prefect.resource.id'

/**
 * The trigger of an automation, in the form of Prefect's own schema. Whatever would need more than the event at hand
 * (a count, a time, an earlier event, an absence) is refused rather than read as something else.
 */
export const triggerSchema = z.strictObject({
  type: z.literal('event', 'only triggers of the type "event" are understood').default('event'),
  posture: z.literal(
    'Reactive',
    'only the posture "Reactive" is understood: to an event, not to its absence',
  ),
  /** Names of events, of which one must fit; `*` stands for one or more characters. None: any event. */
  expect: z.array(z.string()).default([]),
  /** What the labels of the event's resource must be, all of them. */
  match: resourceSpecification.default({}),
  /** What the labels of one related resource must be; of a list, each must have one. */
  match_related: z.union([resourceSpecification, z.array(resourceSpecification)]).default({}),
  after: z.array(z.string()).max(0, 'must be empty: earlier events are not remembered').default([]),
  /** Every event counts for itself, so that this changes nothing. */
  for_each: z.array(z.literal(resourceId, `only "${resourceId}" is understood`)).default([]),
  threshold: z.literal(1, 'must be 1: events are not counted').default(1),
  within: z.literal(0, 'must be 0: each event counts at once').default(0),
})

export type ResourceSpecification = Readonly<z.output<typeof resourceSpecification>>
export type Trigger = Readonly<z.output<typeof triggerSchema>>

/** A pull request that names a flow run was merged: the trigger of Prefect's recipe, for every run of its own. */
export const recipeTrigger: Trigger = {
  type: 'event',
  posture: 'Reactive',
  expect: ['github.pull_request.closed'],
  match: { [resourceId]: 'prefect.flow-run.*', 'pr.merged': 'True' },
  match_related: {},
  after: [],
  for_each: [resourceId],
  threshold: 1,
  within: 0,
}
