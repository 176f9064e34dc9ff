import { InvalidRequestError } from './system-errors.ts'

/**
 * The JSON of a value, with every `bigint` as a decimal string. JSON has no word for an invalid date, NaN, a function or a
 * hole in a list and would say null or nothing, which the API takes for "not given": a sale of an unreadable date would
 * be recorded as one of now. Throws `InvalidRequestError` for them.
 */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    const type = typeof part
    const isLost =
      part === null
        ? this[key] !== null // an invalid date has become null by now
        : type === 'number'
          ? !Number.isFinite(part)
          : type === 'function' || type === 'symbol' || (part === undefined && Array.isArray(this))
    if (isLost) throw new InvalidRequestError('BAD_USER_INPUT', `${key} is no value: ${String(this[key])}.`)
    return type === 'bigint' ? `${part}` : part
  })
}
