/** What the class of a code is called, here, in the API and in its clients: `HOLD_NOT_OPEN` is `HoldNotOpenError`. */
export function classNameOf(code: string): string {
  const words = code.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase())
  return `${words.join('')}Error`
}
