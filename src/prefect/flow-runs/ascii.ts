/** In lower case, ASCII letters only: `toLowerCase` would make a Kelvin sign a `k`, and so one host another. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
