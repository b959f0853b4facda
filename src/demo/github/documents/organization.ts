import type { Account } from '../world/account.ts'
import { nodeId } from './node-id.ts'

/** The organization of a payload. */
export function organizationDocument(origin: string, { id, login }: Account) {
  const url = `${origin}/api/v3/orgs/${login}`
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${origin}/avatars/u/${id}?v=4`,
    description: null,
  }
}
