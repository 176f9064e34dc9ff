/** A value that survives JSON; bigints travel as decimal strings. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/**
 * A refusal of business: the command is against the agreement or the balance, and nothing is written.
 * `code` is stable and `details` is all that is needed to say the same refusal again on a replay.
 */
export class Refusal extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, JsonValue>>

  constructor(code: string, message: string, details: Readonly<Record<string, JsonValue>> = {}) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.details = details
  }
}
