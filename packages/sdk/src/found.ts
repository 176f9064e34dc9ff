import { NotFoundError } from './generated/refusals.ts'
import { refusalData } from './refusal-data.ts'

/** The value, or a `NotFoundError` that says what is missing: for reads whose method promises a value. */
export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value !== null && value !== undefined) return value
  const message = `There is no such ${what}, or this key may not see it.`
  throw new NotFoundError(refusalData('NOT_FOUND', message))
}
