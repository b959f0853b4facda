/** Whether Prefect could have given this id, in lower case: any version of UUID, with dashes or without, as it takes both. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/.test(id)
}
