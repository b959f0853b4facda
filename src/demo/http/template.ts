const kinds: Record<string, string> = {
  segment: '[^/]+',
  int: '\\d+',
  path: '.+',
  uuid: '[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}',
}

/**
 * The paths that a template such as `/flow_runs/{id:uuid}` stands for, a group for each of its names.
 * Kinds: `uuid` (any case, with or without dashes), `int`, `path` (with slashes); without one, one segment.
 */
export function compileTemplate(template: string): RegExp {
  const source = template
    .replaceAll('.', '\\.')
    .replace(
      /\{\w+(?::(\w+))?\}/g,
      (_whole, kind: string = 'segment') => `(${kinds[kind] ?? kinds['segment']})`,
    )
  return new RegExp(`^${source}$`)
}
