/** A value in the log: names, numbers and public ids. */
export type DetailValue = string | number | bigint | boolean | null | readonly string[]

/** What a field was and what it became. */
export interface DetailChange {
  readonly before: DetailValue
  readonly after: DetailValue
}

/** What an event says beside who did what to what, by name. */
export type AuditDetails = Readonly<Record<string, DetailValue | DetailChange | undefined>>

/** A named value of an event as it is read: what is no change has no `before`. */
export interface AuditDetail {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** The fields that differ, as changes. Values that are texts of people are for the caller to leave out. */
export function changesOf<Row extends Readonly<Record<string, unknown>>>(
  before: Row,
  after: Row,
  fields: readonly (keyof Row & string)[],
): AuditDetails {
  const differing = fields.filter((field) => textOf(before[field]) !== textOf(after[field]))
  return Object.fromEntries(
    differing.map((field) => [field, { before: plainOf(before[field]), after: plainOf(after[field]) }]),
  )
}

/** The JSON that is stored and hashed: names in order, bigints and instants as texts. */
export function detailsText(details: AuditDetails): string {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(sorted), (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
}

/** Reads what `detailsText` wrote; a text that is none, as after a tampering, reads as nothing. */
export function readDetails(text: string): AuditDetail[] {
  try {
    const details: unknown = JSON.parse(text)
    if (typeof details !== 'object' || details === null) return []
    return Object.entries(details).map(([name, value]) =>
      isChange(value)
        ? { name, before: shownOf(value.before), after: shownOf(value.after) }
        : { name, before: null, after: shownOf(value) },
    )
  } catch {
    return []
  }
}

const isChange = (value: unknown): value is { before: unknown; after: unknown } =>
  typeof value === 'object' && value !== null && 'before' in value && 'after' in value

const shownOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)

const textOf = (value: unknown): string => JSON.stringify(plainOf(value))

function plainOf(value: unknown): DetailValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'bigint' || value instanceof Date)
    return typeof value === 'bigint' ? String(value) : value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value)
}
