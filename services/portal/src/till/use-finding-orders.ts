import { useState } from 'react'
import { useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { type HoldsFilter, TillCustomerDocument } from '../generated/graphql.ts'
import { readCustomer } from './read-customer.ts'

/**
 * Finds orders by what was typed or scanned: a card or a phone by its customer, where somebody has it, and else the number of the order.
 * Nothing typed finds all.
 */
export function useFindingOrders(onFilter: (filter: HoldsFilter) => void): {
  readonly find: (text: string) => Promise<void>
  readonly failure: Failure | null
} {
  const client = useClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const find = async (typed: string) => {
    setFailure(null)
    const text = typed.trim()
    if (text === '') return onFilter({})
    const by = readCustomer(text)
    if (!by) return onFilter({ orderRef: text })
    const looked = await askOnce(client, TillCustomerDocument, { by })
    if (looked.failure) return setFailure(looked.failure)
    const customer = looked.data.customer
    onFilter(customer ? { customerId: customer.id } : { orderRef: text })
  }
  return { find, failure }
}
