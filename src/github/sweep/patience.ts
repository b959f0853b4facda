const minute = 60_000
const hour = 60 * minute

/** How long and how often something is done about missed deliveries; times in milliseconds. */
export const patience = {
  /** GitHub.com can deliver again for so long; GitHub Enterprise Server for seven days. */
  window: 72 * hour,
  /** Listed once more: an attempt may have been open when the listing before came by. */
  overlap: 15 * minute,
  /** A delivery that is younger may still be under way. */
  underWay: minute,
  /** Between two rounds. */
  round: 15 * minute,
  /** Before the same delivery is asked for again: doubling from the first to the longest. */
  firstPause: 15 * minute,
  longestPause: 12 * hour,
  /** Then it is given up. */
  mostAsks: 10,
  /** Between two calls that write: GitHub asks for that. */
  betweenWrites: 1000,
}
