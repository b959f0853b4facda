/** Any way to write a UUID, as Prefect stores it: lower case, with dashes. */
export function normalizeId(id: string): string {
  return id
    .toLowerCase()
    .replaceAll('-', '')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
