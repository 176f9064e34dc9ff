import * as agreement from './agreement-refusals.ts'
import * as refusals from './refusals.ts'
import * as settlement from './settlement-refusals.ts'

/** The part of a result that is not a refusal. */
export type Payload<Result> = Exclude<Result, { readonly docUrl: string; readonly retryable: boolean }>

type RefusalClass = new (data: never, requestId?: string) => refusals.RefusalError

/** The class of every refusal by its name in the contract, which is the name that its module exports it by. */
const classesByName = (): ReadonlyMap<string, RefusalClass> =>
  new Map<string, RefusalClass>(Object.entries({ ...refusals, ...agreement, ...settlement }))

// Pure: a bundle that never unwraps, as the widget's, leaves the classes out.
const classes = /* @__PURE__ */ classesByName()

/** Returns the payload of a result, or throws the refusal as its class (`RefusalError` where it is new). */
export function unwrap<Result extends { readonly __typename: string }>(
  result: Result,
  requestId?: string,
): Payload<Result> {
  if (!isRefusal(result)) return result as Payload<Result>
  const Refusal = classes.get(result.__typename) ?? refusals.RefusalError
  // The document asked for the fields of each class; the map pairs them by name, which types cannot follow.
  throw new Refusal(result as never, requestId)
}

/** Whether a result is a refusal: known by its fields, so that a refusal added later is one as well. */
export function isRefusal(result: object): result is refusals.RefusalData {
  return 'docUrl' in result && 'retryable' in result && 'code' in result
}

/** A result that also answers `unwrap()`. */
export type Unwrappable<Result> = Result & {
  /** Returns the payload, or throws the refusal as its typed error. */
  unwrap(): Payload<Result>
}

/** A promise of a result whose `unwrap()` skips the union: payload, or the typed error thrown. */
export interface ResultPromise<Result> extends Promise<Unwrappable<Result>> {
  /** Resolves to the payload, or rejects with the refusal as its typed error. */
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
