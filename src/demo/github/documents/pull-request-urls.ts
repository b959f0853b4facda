/** The addresses of a pull request, and the same once more as links. */
export function pullRequestUrls(origin: string, repository: string, number: number, headSha: string) {
  const page = `${origin}/${repository}/pull/${number}`
  const api = `${origin}/api/v3/repos/${repository}`
  const url = `${api}/pulls/${number}`
  const urls = {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${api}/issues/${number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${number}/comments`,
    statuses_url: `${api}/statuses/${headSha}`,
  }
  const links = {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  }
  return { ...urls, links }
}
