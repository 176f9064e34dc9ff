import { hash } from 'node:crypto'
import { foldText } from '@artel/documents'

/**
 * SHA-256 over the canonical JSON of a decoded input: keys sorted, bigints and instants as strings, texts in
 * their one spelling, absent and null fields alike left out; 64 hexadecimal digits. Two requests with the same meaning hash the same, in any order of their fields.
 */
export const requestHash = (input: object): string => hash('sha256', canonicalJson(input), 'hex')

/** The one spelling of a value that is hashed. Throws on a function or symbol, which no input has. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    let fields = ''
    for (const name of Object.keys(value).sort()) {
      const field: unknown = (value as Record<string, unknown>)[name]
      if (field === undefined || field === null) continue
      fields += `${fields && ','}${JSON.stringify(name)}:${canonicalJson(field)}`
    }
    return `{${fields}}`
  }
  const text = JSON.stringify(typeof value === 'string' ? foldText(value) : (value ?? null))
  if (text === undefined) throw new TypeError('An input holds a value that JSON cannot say')
  return text
}
