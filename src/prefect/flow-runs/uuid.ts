/** A UUID of any version, as the source of a regular expression that takes no notice of case. */
export const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
