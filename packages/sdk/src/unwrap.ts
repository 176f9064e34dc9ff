import * as refusals from './generated/refusals.ts'
import { type RefusalData, RefusalError } from './refusal-error.ts'

/** The part of a result that is not a refusal. */
export type Payload<Result> = Exclude<Result, { readonly docUrl: string; readonly retryable: boolean }>

type RefusalClass = new (data: RefusalData, requestId?: string) => RefusalError

/** The class of every refusal by its name in the contract, which is the name that its module exports it by. */
const classesByName = (): ReadonlyMap<string, RefusalClass> =>
  new Map<string, RefusalClass>(Object.entries(refusals))

// Pure: a bundle that never unwraps, as the widget's, leaves the classes out.
const classes = /* @__PURE__ */ classesByName()

/**
 * Returns the payload of a result of your own document. Results of the client's methods have `unwrap()` of their own.
 *
 * @throws the refusal as the class of its name, `RefusalError` where this version does not know it.
 *
 * @example
 * ```ts
 * import { RefusalError, unwrap } from '@artel/sdk'
 *
 * const result = await artel.holds.void({ holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE' })
 * try {
 *   console.log(unwrap(result).hold.status)
 * } catch (error) {
 *   if (error instanceof RefusalError) console.log(error.code, error.path)
 *   else throw error
 * }
 * ```
 */
export function unwrap<Result extends { readonly __typename: string }>(
  result: Result,
  requestId?: string,
): Payload<Result> {
  if (!isRefusal(result)) return result as Payload<Result>
  throw refusalOf(result, requestId)
}

/** A refusal as its class: `RefusalError` where it is new. */
export function refusalOf(data: RefusalData, requestId?: string): RefusalError {
  const Refusal = classes.get(data.__typename) ?? RefusalError
  return new Refusal(data, requestId)
}

/**
 * Whether a result is a refusal: known by its fields, so that a refusal added later is one as well.
 *
 * @example
 * ```ts
 * import { isRefusal } from '@artel/sdk'
 *
 * const result = await artel.holds.void({ holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE' })
 * if (isRefusal(result)) console.log(result.code, result.message, result.docUrl)
 * else console.log(result.hold.status)
 * ```
 */
export function isRefusal(result: object): result is RefusalData {
  return 'docUrl' in result && 'retryable' in result && 'code' in result
}

/** A result that also answers `unwrap()`. */
export type Unwrappable<Result> = Result & {
  /**
   * Returns the payload.
   *
   * @throws the refusal as the class of its name.
   *
   * @example
   * ```ts
   * const result = await artel.purchases.quote({ total: { amountMinor: 100_000n } })
   * if (result.__typename === 'InsufficientPointsError') console.log(result.available)
   * else console.log(result.unwrap().pointsToEarn)
   * ```
   */
  unwrap(): Payload<Result>
}

/** A promise of a result whose `unwrap()` skips the union: payload, or the typed error thrown. */
export interface ResultPromise<Result> extends Promise<Unwrappable<Result>> {
  /**
   * Resolves to the payload.
   *
   * @throws the refusal as the class of its name, and what the call itself throws.
   *
   * @example
   * ```ts
   * import { InsufficientPointsError } from '@artel/sdk'
   *
   * const sale = { customer: { reference: 'crm-17' }, total: { amountMinor: 100_000n }, points: 400n }
   * try {
   *   const { purchase } = await artel.purchases.record({ ...sale, receiptRef: 'receipt-1003' }).unwrap()
   *   console.log(purchase.id)
   * } catch (error) {
   *   if (error instanceof InsufficientPointsError) console.log(error.available)
   *   else throw error
   * }
   * ```
   */
  unwrap(): Promise<Payload<Result>>
}

/** Gives a promised result its `unwrap()`; not enumerable, so results compare and serialise as plain data. */
export function resultPromise<Result extends { readonly __typename: string }>(
  answered: Promise<{ result: Result; requestId: string | undefined }>,
): ResultPromise<Result> {
  // A copy: an exchange's cache may hand out the same object again.
  const promise = answered.then(({ result, requestId }) =>
    Object.defineProperty({ ...result }, 'unwrap', { value: () => unwrap(result, requestId) }),
  ) as Promise<Unwrappable<Result>>
  return Object.assign(promise, { unwrap: () => promise.then((result) => result.unwrap()) })
}
