import type { Definitions } from './definitions.ts'

/** A piece of a text with inline markup. What a link shows stands between its `link` and `link-end`. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'html'; readonly text: string }
  | { readonly kind: 'autolink' | 'link'; readonly target: string }
  | { readonly kind: 'link-end' | 'image' }
  | { readonly kind: 'footnote'; readonly label: string }

/** What labels in a text may refer to. */
export type Labels = { readonly definitions: Definitions; readonly footnotes: ReadonlyMap<string, unknown> }
