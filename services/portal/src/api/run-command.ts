import type { AnyVariables, Client } from 'urql'
import type { TypedDocumentString } from '../generated/graphql.ts'
import type { MoneyValue } from '../number/format-money.ts'
import { type Failure, failureOf } from './failure.ts'

/** A refusal of business: nothing was written. */
export interface Refusal {
  readonly code: string
  /** In English, for the log of a developer; people read `RefusalNote`. */
  readonly message: string
  readonly path: readonly string[]
  /** Points: what the customer may spend, what a bill takes, what is left of a bound, what is set aside, what may be given up. */
  readonly available?: string
  readonly maxPoints?: string
  readonly left?: string
  readonly held?: string
  readonly givesUpAtMost?: string
  readonly refundable?: MoneyValue
  readonly attemptsLeft?: number
  /** When it may be tried again, an instant. */
  readonly retryAt?: string
}

type Results<Data> = Exclude<Data[keyof Data], 'Mutation' | undefined | null>
/** What a mutation answers when it is not refused. */
export type PayloadOf<Data> = Exclude<Results<Data>, { readonly code: string }>
type RefusedWith<Data> = Extract<Results<Data>, { readonly code: string }>

/** How a command ended. `unknown`: no answer came, and it may have been carried out. */
export type Outcome<Data> =
  | { readonly kind: 'done'; readonly payload: PayloadOf<Data> }
  | { readonly kind: 'refused'; readonly refusal: Refusal & RefusedWith<Data> }
  | { readonly kind: 'unknown'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Sends a mutation of one field once and says how it ended. Throws nothing. */
export async function runCommand<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Outcome<Data>> {
  const { data, error } = await client.mutation<Data, Variables>(document.toString(), variables).toPromise()
  const result = data && Object.entries(data).find(([name]) => name !== '__typename')?.[1]
  if (result) {
    return isRefusal(result)
      ? { kind: 'refused', refusal: result as Refusal & RefusedWith<Data> }
      : { kind: 'done', payload: result as PayloadOf<Data> }
  }
  const failure: Failure = error ? failureOf(error) : { kind: 'failed', code: null, requestId: null }
  // Only what was refused before it was carried out has surely written nothing; a full server may have begun.
  const isKnown = failure.kind === 'signed-out' || failure.kind === 'not-allowed'
  const isBadInput = failure.code === 'BAD_USER_INPUT' || failure.code === 'GRAPHQL_VALIDATION_FAILED'
  return { kind: isKnown || isBadInput ? 'failed' : 'unknown', failure }
}

const isRefusal = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'code' in result && 'message' in result
