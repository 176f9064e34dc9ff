import { NotFoundError } from './refusals.ts'

/** The value, or a `NotFoundError` that says what is missing: for reads whose method promises a value. */
export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value !== null && value !== undefined) return value
  throw new NotFoundError({
    __typename: 'NotFoundError',
    code: 'NOT_FOUND',
    message: `There is no such ${what}, or this key may not see it.`,
    path: [],
    docUrl: '',
    retryable: false,
  })
}
