import type { App, Installation } from '../world/app.ts'
import { nodeId } from './node-id.ts'
import { userDocument } from './user.ts'

const permissions = { metadata: 'read', pull_requests: 'write', single_file: 'read' }
const events = ['pull_request']

/** The App as it is told about itself. */
export function appDocument(origin: string, app: App, installations: number) {
  return { ...appSummary(origin, app), installations_count: installations }
}

/** The App as it stands in what it wrote. */
export function appSummary(origin: string, { id, slug, owner, createdAt }: App) {
  return {
    id,
    slug,
    node_id: nodeId('Integration', id),
    client_id: `Iv1.${String(id).padStart(16, '0')}`,
    owner: userDocument(origin, owner),
    name: slug,
    description: '',
    external_url: origin,
    html_url: `${origin}/apps/${slug}`,
    created_at: createdAt,
    updated_at: createdAt,
    permissions,
    events,
  }
}

/** An installation as the App is told of it. */
export function installationDocument(origin: string, app: App, installation: Installation) {
  const { id, account, createdAt, suspendedAt } = installation
  return {
    id,
    account: userDocument(origin, account),
    repository_selection: 'all',
    access_tokens_url: `${origin}/api/v3/app/installations/${id}/access_tokens`,
    repositories_url: `${origin}/api/v3/installation/repositories`,
    html_url: `${origin}/organizations/${account.login}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions,
    events,
    created_at: createdAt,
    updated_at: createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: suspendedAt,
  }
}

/** What an installation token may do, as it is handed out. */
export function tokenDocument(token: string, expiresAt: string) {
  return { token, expires_at: expiresAt, permissions, repository_selection: 'all' }
}
