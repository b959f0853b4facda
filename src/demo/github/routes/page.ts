/** A page of a list, and the header that leads to its neighbours. */
export function page<Item>(
  items: readonly Item[],
  url: URL,
): { items: Item[]; headers: Record<string, string> } {
  const size = pageSize(url)
  const current = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const neighbours = [
    ...(current > 1 ? [link(url, 'prev', current - 1), link(url, 'first', 1)] : []),
    ...(current < last ? [link(url, 'next', current + 1), link(url, 'last', last)] : []),
  ]
  return {
    items: items.slice((current - 1) * size, current * size),
    headers: neighbours.length === 0 ? {} : { link: neighbours.join(', ') },
  }
}

/** How many items a page has, as the request asks: 30 unless it says, 100 at most. */
export function pageSize({ searchParams }: URL): number {
  const wanted = Number(searchParams.get('per_page') ?? 30)
  return wanted >= 1 ? Math.min(100, Math.floor(wanted)) : 30
}

function link(url: URL, relation: string, number: number): string {
  const target = new URL(url)
  target.searchParams.set('page', String(number))
  return `<${target.href}>; rel="${relation}"`
}
