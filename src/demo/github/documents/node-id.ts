/** An opaque id as GraphQL has it, of a kind of thing and its number. */
export function nodeId(kind: string, id: number | bigint): string {
  return Buffer.from(`0:${kind}${id}`).toString('base64')
}
