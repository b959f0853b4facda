/**
 * The state of a flow run that a comment of the App tells, in the App's words: the last cell of the table. Empty where
 * there is none. A bar that is part of a name never stands in the text as such.
 */
export function toldState(comment: string): string {
  const row = comment.split('\n').findLast((line) => line.startsWith('| '))
  return row?.split('|').at(-2)?.trim() ?? ''
}
