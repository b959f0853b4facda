import { createHash } from 'node:crypto'

/** The id that git gives a file of that text. */
export function blobId(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
}

/** @param repositoryUrl of the API  @param page of the repository */
export function fileDocument(
  repositoryUrl: string,
  page: string,
  branch: string,
  path: string,
  text: string,
) {
  const sha = blobId(text)
  const url = `${repositoryUrl}/contents/${path}?ref=${branch}`
  const gitUrl = `${repositoryUrl}/git/blobs/${sha}`
  const htmlUrl = `${page}/blob/${branch}/${path}`
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size: Buffer.byteLength(text),
    url,
    html_url: htmlUrl,
    git_url: gitUrl,
    download_url: `${page}/raw/${branch}/${path}`,
    type: 'file',
    content: Buffer.from(text).toString('base64'),
    encoding: 'base64',
    _links: { self: url, git: gitUrl, html: htmlUrl },
  }
}
