import {
  MAX_AMOUNT,
  type Micros,
  type Minor,
  micros,
  minor,
  type Points,
  parseQuantity,
  points,
  printQuantity,
  type Quantity,
} from '@artel/ledger'
import { GraphQLError, Kind, type ValueNode } from 'graphql'
import { requestError } from '../../errors/request-error.ts'
import { builder } from './builder.ts'

const DECIMAL = /^-?(0|[1-9][0-9]{0,18})$/
const MIN_AMOUNT = -MAX_AMOUNT - 1n
/** ISO 8601 with a mandatory offset: an instant, never a local time. */
const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

decimalScalar(
  'Points',
  'Whole points, a decimal string: never a JSON number, so that nothing is rounded on the way.',
  points,
)
decimalScalar('Minor', "Money in the currency's minor unit (kopecks), a decimal string.", minor)
decimalScalar(
  'Micros',
  'Money of the ledger in millionths of a currency unit, a decimal string with sign.',
  micros,
)

builder.scalarType('Quantity', {
  description: 'How much of something, a decimal string with a point and up to three decimals: "2", "1.5".',
  serialize: (value) => printQuantity(value),
  parseValue: (value) => parseThousandths(value),
  parseLiteral: (node) => parseThousandths(stringOf(node, 'Quantity')),
})

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 with its offset; answered in UTC.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(stringOf(node, 'DateTime')),
})

builder.scalarType('TimeZone', {
  description: 'An IANA time zone, for example Europe/Moscow.',
  serialize: (value) => value,
  parseValue: (value) => parseTimeZone(value),
  parseLiteral: (node) => parseTimeZone(stringOf(node, 'TimeZone')),
})

builder.scalarType('JSONObject', {
  description: 'A JSON object.',
  serialize: (value) => value,
  parseValue: (value) => parseObject(value),
})

/** Reads a decimal string exactly; refuses numbers, floats, exponents, leading zeros, -0 and all beyond a 64-bit integer. */
export function parseDecimal(value: unknown, name: string): bigint {
  if (typeof value !== 'string') {
    throw requestError(
      'BAD_USER_INPUT',
      `${name} must be a decimal string such as "100", not a ${kindOf(value)}.`,
    )
  }
  if (!DECIMAL.test(value) || value === '-0') {
    throw requestError('BAD_USER_INPUT', `${name} must be a whole decimal number in a string, such as "100".`)
  }
  const amount = BigInt(value)
  if (amount > MAX_AMOUNT || amount < MIN_AMOUNT) {
    throw requestError('BAD_USER_INPUT', `${name} is beyond a 64-bit integer.`)
  }
  return amount
}

function decimalScalar<Name extends 'Points' | 'Minor' | 'Micros'>(
  name: Name,
  description: string,
  brand: (value: bigint) => Points & Minor & Micros extends never ? Points | Minor | Micros : never,
): void {
  builder.scalarType(name, {
    description,
    serialize: (value) => String(value),
    parseValue: (value) => brand(parseDecimal(value, name)) as never,
    parseLiteral: (node) => brand(parseDecimal(stringOf(node, name), name)) as never,
  })
}

function parseThousandths(value: unknown): Quantity {
  const read = typeof value === 'string' ? parseQuantity(value) : undefined
  if (read === undefined) {
    throw requestError(
      'BAD_USER_INPUT',
      'Quantity must be a decimal string with a point and up to three decimals, such as "2" or "1.5".',
    )
  }
  return read
}

function parseInstant(value: unknown): Date {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isDayOfMonth(value)) {
    throw requestError(
      'BAD_USER_INPUT',
      'DateTime must be an ISO 8601 instant with its offset, such as "2026-11-21T12:00:00Z".',
    )
  }
  return new Date(value)
}

/** Date would move 30 February into March; a day that does not exist is a mistake of the caller. */
function isDayOfMonth(instant: string): boolean {
  const [year = 0, month = 0, day = 0] = instant.slice(0, 10).split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function parseTimeZone(value: unknown): string {
  if (typeof value !== 'string' || !value.includes('/') || !isTimeZone(value)) {
    throw requestError('BAD_USER_INPUT', 'TimeZone must be an IANA name such as "Europe/Moscow".')
  }
  return value
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    // Intl says "no such zone" with a RangeError and nothing else.
    if (error instanceof RangeError) return false
    throw error
  }
}

function parseObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw requestError('BAD_USER_INPUT', `JSONObject must be an object, not ${kindOf(value)}.`)
  }
  return { ...value }
}

function stringOf(node: ValueNode, name: string): string {
  if (node.kind === Kind.STRING) return node.value
  throw new GraphQLError(`${name} must be written as a string.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', retryable: false, http: { status: 400 } },
  })
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
}
