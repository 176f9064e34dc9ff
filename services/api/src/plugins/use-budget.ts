import type { Principal } from '@artel/use-cases'
import type { DocumentNode, ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'
import type { Spending } from '../limits/spending.ts'
import { type DocumentPrice, priceDocument, totalPrice } from './price-document.ts'

/**
 * Most that one request may cost. Servers read whole pages of purchases with their customers and members; the widget
 * and strangers have no list to walk.
 */
export const BUDGETS: Readonly<Record<Principal['kind'], number>> = {
  operator: 5_000,
  admin: 5_000,
  member: 5_000,
  person: 500,
  till: 500,
  customer: 500,
  anonymous: 500,
}

/** The beginning of a stream: it is authenticated, and reads where it begins. */
const STREAM_PRICE = 10
/** Most that one event may cost: it is executed for every stream that is told of it, and nobody pays. */
const EVENT_BUDGET = 50

/** Prices by the name of the operation, cached for as long as Yoga caches the document. */
const prices = new WeakMap<DocumentNode, Map<string, DocumentPrice>>()

/**
 * Refuses an operation that costs more than its caller's budget before any resolver runs, and has the others paid for out of
 * what the caller may still ask for. Shows both in `extensions.cost`. Only the sum over page sizes in variables is made for
 * every request. What has to be asked of the database delays the execution; all else is done at once.
 */
export function useBudget(): Plugin<ApiContext> {
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { spending } = args.contextValue as unknown as ApiContext
      const cost = costOf(args)
      const paying = spending.pay(cost.requested)
      if (paying !== undefined) setExecuteFn((given) => paying.then(() => executeFn(given)))
      return {
        onExecuteDone({ result }) {
          if (Symbol.asyncIterator in result) return
          result.extensions = { ...result.extensions, cost: { ...cost, ...leftOf(spending) } }
        },
      }
    },
    onSubscribe({ args, subscribeFn, setSubscribeFn }) {
      // Paid when it begins: what then happens is others' doing, and must not use up what a till may ask for.
      const { spending } = args.contextValue as unknown as ApiContext
      const paying = spending.pay(STREAM_PRICE + costOf(args, EVENT_BUDGET).requested)
      if (paying !== undefined) setSubscribeFn((given) => paying.then(() => subscribeFn(given)))
    },
  }
}

/** What an operation costs its caller. Throws QUERY_TOO_COMPLEX. */
function costOf(
  args: Execution & Pick<ExecutionArgs, 'contextValue' | 'variableValues'>,
  most = Number.POSITIVE_INFINITY,
) {
  const { principal, spending } = args.contextValue as ApiContext
  const cost = {
    requested: totalPrice(priceOf(args), args.variableValues ?? {}),
    budget: Math.min(most, BUDGETS[principal.kind], spending.burst ?? Number.POSITIVE_INFINITY),
  }
  if (cost.requested <= cost.budget) return cost
  const error = requestError(
    'QUERY_TOO_COMPLEX',
    `The operation costs ${cost.requested} and the budget is ${cost.budget}. Ask for smaller pages, or split it.`,
  )
  error.extensions.cost = cost
  throw error
}

/** What the caller may still ask for; nothing without a limit. */
function leftOf(spending: Spending) {
  const standing = spending.standing()
  if (standing === null) return {}
  const { limit, remaining, resetSeconds } = standing
  return { limit, remaining, resetSeconds }
}

interface Execution {
  readonly schema: Parameters<typeof priceDocument>[0]
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
}

function priceOf({ schema, document, operationName }: Execution): DocumentPrice {
  const name = operationName ?? ''
  let ofDocument = prices.get(document)
  if (!ofDocument) {
    ofDocument = new Map()
    prices.set(document, ofDocument)
  }
  const known = ofDocument.get(name)
  if (known) return known
  const price = priceDocument(schema, document, operationName)
  ofDocument.set(name, price)
  return price
}
