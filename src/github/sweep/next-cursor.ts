const nextLink = /<([^>]*)>\s*;\s*rel="next"/

/** The cursor of the next page, of GitHub's `Link` header; null on the last page. */
export function nextCursor(link: string | undefined): string | null {
  const address = nextLink.exec(link ?? '')?.[1]
  return address === undefined ? null : (URL.parse(address)?.searchParams.get('cursor') ?? null)
}
