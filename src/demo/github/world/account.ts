export interface Account {
  id: number
  login: string
  type: 'User' | 'Organization' | 'Bot'
}
