import { fullName, type Repository } from '../world/repository.ts'
import { nodeId } from './node-id.ts'
import { repositoryUrls } from './repository-urls.ts'
import { userDocument } from './user.ts'

/** A repository as payloads and answers have it. */
export function repositoryDocument(origin: string, repository: Repository) {
  const name = fullName(repository)
  const page = `${origin}/${name}`
  const host = new URL(origin).host
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: name,
    private: repository.visibility !== 'public',
    owner: userDocument(origin, repository.owner),
    html_url: page,
    description: null,
    fork: false,
    url: `${origin}/api/v3/repos/${name}`,
    ...repositoryUrls(`${origin}/api/v3/repos/${name}`),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `git://${host}/${name}.git`,
    ssh_url: `git@${host}:${name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: 'Python',
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: repository.defaultBranch,
    is_template: false,
    topics: [],
    visibility: repository.visibility,
    web_commit_signoff_required: false,
    custom_properties: {},
  }
}
