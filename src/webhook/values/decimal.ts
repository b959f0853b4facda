/**
 * A float with so many digits after the point, correctly rounded: exact halves go to the even digit, as in Python.
 * (`toFixed` works on the exact value, too, but rounds exact halves up.)
 */
export function toFixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  const even = isExactHalf(Math.abs(value), digits) ? roundHalfEven(Math.abs(value), digits) : text
  return (value < 0 || Object.is(value, -0) ? '-' : '') + even
}

function isExactHalf(value: number, digits: number): boolean {
  if (digits > 20 || value >= 1e15) return false
  const exact = value.toFixed(Math.min(100, digits + 60)).split('.')[1] ?? ''
  return /^50*$/.test(exact.slice(digits))
}

function roundHalfEven(value: number, digits: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(digits + 1).split('.')
  const kept = BigInt(whole + fraction.slice(0, digits))
  const rounded = String(kept % 2n === 0n ? kept : kept + 1n).padStart(digits + 1, '0')
  return digits === 0 ? rounded : `${rounded.slice(0, -digits)}.${rounded.slice(-digits)}`
}
