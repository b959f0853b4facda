import type { World } from './world/world.ts'

/** The attempts to deliver and the comments, a line each, for the message of a wait that was in vain. */
export function describeWorld({ deliveries, repositories }: World): string {
  const attempts = deliveries.map(
    ({ event, action, guid, status }) => `delivery ${guid} ${event}.${action}: ${status}`,
  )
  const comments = [...repositories].flatMap(([name, repository]) =>
    repository.comments.map(
      ({ number, bodies }) => `comment on ${name}#${number}: ${JSON.stringify(bodies.at(-1))}`,
    ),
  )
  return [...attempts, ...comments].join('\n')
}
