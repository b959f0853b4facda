import type { Account } from './account.ts'
import type { World } from './world.ts'

/** The account of that login, made when there is none. One that ends in `[bot]` is a bot's, as on GitHub. */
export function ensureAccount(world: World, login: string, type: Account['type'] = 'User'): Account {
  const existing = world.accounts.get(login.toLowerCase())
  if (existing !== undefined) return existing
  const account: Account = { id: world.nextId(), login, type: login.endsWith('[bot]') ? 'Bot' : type }
  world.accounts.set(login.toLowerCase(), account)
  return account
}
