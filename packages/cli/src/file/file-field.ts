import type { Described } from '../command/define-command.ts'

/** A value as a JSON file has it. */
export type JsonValue = string | number | boolean | null

/** What a field may hold. Amounts are whole numbers in quotes, since JSON's numbers are not exact. */
export type FieldKind =
  | { readonly kind: 'AMOUNT'; readonly min?: bigint; readonly max?: bigint }
  | { readonly kind: 'WHOLE'; readonly min: number; readonly max: number }
  | { readonly kind: 'WORD'; readonly words: readonly string[] }
  | { readonly kind: 'FLAG' }
  | { readonly kind: 'TEXT'; readonly max: number }

/** A field of a file that a person writes. */
export type FileField = Described &
  FieldKind & {
    /** What is taken where it is left out; a field without one has to be given. Null: it may be null. */
    readonly usual?: JsonValue
    /** What a template shows of a field that has to be given. */
    readonly example?: JsonValue
  }

export type FileFields = Readonly<Record<string, FileField>>
