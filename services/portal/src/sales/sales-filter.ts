import type { PurchasesFilter } from '../generated/graphql.ts'
import { addDays, startOfDay } from '../number/local-day.ts'
import type { SalesSearch } from './sales-search.ts'

/** The filter of the API for what an address asks. Days are the coalition's, both ends included. */
export function salesFilter(search: SalesSearch, timeZone: string): PurchasesFilter {
  const { receipt, from, to, points, state, customer } = search
  return {
    ...(receipt ? { receiptRef: receipt } : {}),
    ...(from ? { occurredFrom: startOfDay(from, timeZone).toISOString() } : {}),
    ...(to ? { occurredTo: startOfDay(addDays(to, 1), timeZone).toISOString() } : {}),
    ...(points ? { points } : {}),
    ...(state ? { state } : {}),
    ...(customer ? { customerId: customer } : {}),
  }
}
