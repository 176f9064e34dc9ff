import { type JsonValue, Refusal } from '@artel/ledger'

/** What a refusal is thrown with besides its own details. */
export interface BusinessErrorOptions {
  /** Path of the input field at fault, for example `['total', 'amountMinor']`; empty when no single field is. */
  readonly path?: readonly string[]
  /** True when this is the recorded answer of an earlier command with the same idempotency key. */
  readonly replayed?: boolean
}

/** The details of a refusal as they are recorded: bigints as decimal strings. */
export type Details = Readonly<Record<string, JsonValue>>

/**
 * Base class of every refusal that a caller is told about. `message` says what happened and what to do, and holds no
 * personal data; `details` is what is recorded, so that a replay revives the same refusal.
 */
export class BusinessError extends Refusal {
  readonly path: readonly string[]
  readonly replayed: boolean
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean = false

  constructor(code: string, message: string, details: Details, options: BusinessErrorOptions = {}) {
    super(code, message, details)
    this.path = options.path ?? []
    this.replayed = options.replayed ?? false
  }
}

/** Reads a bigint back from recorded details; throws when the detail is missing, which is a bug of the recorder. */
export function bigintDetail(details: Details, name: string): bigint {
  return BigInt(textDetail(details, name))
}

/** Reads a string back from recorded details; throws when the detail is missing, which is a bug of the recorder. */
export function textDetail(details: Details, name: string): string {
  const value = details[name]
  if (typeof value !== 'string') throw new Error(`A recorded refusal lacks the detail "${name}"`)
  return value
}
