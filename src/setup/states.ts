import { createSecret, type Secret } from './secret.ts'

/** So many forms may be open at once; of more, the oldest are forgotten. */
const most = 50

/** What was asked of GitHub, until GitHub answers: it brings the state back that went with it. */
export interface States<Asked> {
  /** A new state, for one answer. */
  issue(asked: Asked): string
  /** What was asked, for the first who brings the state back; undefined for every other. */
  take(state: string | null): Taken<Asked> | undefined
}

export interface Taken<Asked> {
  asked: Asked
  /** Lets the state be brought back once more. */
  giveBack(): void
}

export function createStates<Asked>(): States<Asked> {
  const open: { secret: Secret; asked: Asked }[] = []

  function keep(entry: { secret: Secret; asked: Asked }): void {
    open.push(entry)
    if (open.length > most) open.shift()
  }

  return {
    issue(asked) {
      const secret = createSecret()
      keep({ secret, asked })
      return secret.value
    },
    take(state) {
      const entry = open.find(({ secret }) => secret.matches(state))
      if (entry === undefined) return undefined
      open.splice(open.indexOf(entry), 1)
      return { asked: entry.asked, giveBack: () => keep(entry) }
    },
  }
}
