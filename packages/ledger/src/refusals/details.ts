import type { Field, Fields, Finding } from './field.ts'

/** A value that survives JSON; bigints travel as decimal strings. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/** The facts of a refusal as they are recorded. What is null is left out. */
export type Details = Readonly<Record<string, JsonValue>>

/** The facts of a refusal by the names of its fields. */
export type Facts = Readonly<Record<string, unknown>>

/** What is recorded of a refusal, so that a replay says the same again. */
export function recordedDetails(fields: Fields, facts: Facts): Details {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const fact = facts[name] ?? null
      return fact === null ? [] : [[field.recordedAs ?? name, recorded(fact)]]
    }),
  )
}

/** The facts back from the record. Throws when one is missing, which is a bug of the recorder. */
export function factsOfDetails(fields: Fields, details: Details): Facts {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const key = field.recordedAs ?? name
      const value = details[key] ?? null
      // Refusals recorded before null was left out have an empty text for "no instant".
      if (field.nullable && (value === null || value === '')) return [name, null]
      if (value === null) throw new Error(`A recorded refusal lacks the detail "${key}"`)
      return [name, factOf(field, value)]
    }),
  )
}

function recorded(fact: unknown): JsonValue {
  if (typeof fact === 'bigint' || typeof fact === 'number') return String(fact)
  if (fact instanceof Date) return fact.toISOString()
  return fact as JsonValue
}

function factOf(field: Field, value: JsonValue): unknown {
  switch (field.kind) {
    case 'points':
    case 'money':
    case 'exactMoney':
      return BigInt(String(value))
    case 'count':
      return Number(value)
    case 'instant':
      return new Date(String(value))
    case 'choices':
    case 'texts':
    case 'problems':
    case 'path':
      // Lists were recorded as words with a blank between them before.
      return typeof value === 'string' ? value.split(' ') : (value as readonly string[])
    case 'findings':
      return value as readonly Finding[]
    default:
      return String(value)
  }
}
