/** A label as pull requests list it; its id is told by its name. */
export function labelDocument(origin: string, repository: string, name: string) {
  const id = [...name].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7) % 2 ** 31
  return {
    id,
    node_id: `LA_${id}`,
    url: `${origin}/api/v3/repos/${repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  }
}
