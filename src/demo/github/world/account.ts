export interface Account {
  id: number
  login: string
  type: 'User' | 'Organization' | 'Bot'
}

/** Whose name ends so is a bot, as on GitHub. */
export function isBotLogin(login: string): boolean {
  return login.endsWith('[bot]')
}
