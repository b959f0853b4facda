import { limitError } from '../errors/python-error.ts'
import { limits } from '../limits.ts'
import { print } from '../values/print.ts'
import type { Value } from '../values/value.ts'

/** A part of what a template printed: written in the template itself, or the text of a value. */
export interface Piece {
  readonly text: string
  readonly written: boolean
}

/** What a template printed, in pieces: so that a value can be kept from being read as part of the template. */
export class Rope {
  readonly pieces: Piece[] = []
  private length = 0

  /** Adds text that the template's author wrote. */
  write(text: string): this {
    return this.add({ text, written: true })
  }

  /** Adds a value as it prints, or what was captured before as it is. */
  print(value: Carried): this {
    if (!(value instanceof Rope)) return this.add({ text: print(value), written: false })
    for (const piece of value.pieces) this.add(piece)
    return this
  }

  /** Everything, as plain text. */
  get text(): string {
    return this.pieces.map((piece) => piece.text).join('')
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  private add(piece: Piece): this {
    this.length += piece.text.length
    if (this.length > limits.output) throw limitError(`more than ${limits.output} characters of output`)
    if (piece.text !== '') this.pieces.push(piece)
    return this
  }
}

/** What a variable can hold: a value, or captured output that still knows its pieces. */
export type Carried = Value | Rope

/** As a value: captured output is a text like any other. */
export function plain(value: Carried): Value {
  return value instanceof Rope ? value.text : value
}
