import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { addCustomersTo, coalitionNow, lockSegments } from '@artel/store'
import type { Segment } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customersNamed } from './customers-named.ts'
import { ownSegment } from './own-segment.ts'

/** So many customers one call takes. */
const MAX_CUSTOMERS = 500

export interface SegmentCustomersInput {
  /** Raw UUID of the segment. */
  readonly id: string
  /** 1 to 500. */
  readonly customers: readonly CustomerBy[]
}

export interface AddedToSegment {
  readonly segment: Segment
  /** Customers that were not in it before. */
  readonly added: number
  /** Places in the input, counted from 0, of those that nobody was found by, or that were closed. */
  readonly notFound: readonly number[]
}

/** Throws InvalidInputError unless the list has 1 to 500 customers. */
export function checkListed(customers: readonly CustomerBy[]): void {
  if (customers.length < 1 || customers.length > MAX_CUSTOMERS)
    throw new InvalidInputError({ path: ['customers'], problem: `Must name 1 to ${MAX_CUSTOMERS}.` })
}

/**
 * Adds customers to a segment of the caller's own: those that are found; who is in it already changes nothing. Throws
 * InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function addToSegment(context: Context, input: SegmentCustomersInput): Promise<AddedToSegment> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'addToSegment' },
  })
  const { coalitionId } = caller
  checkListed(input.customers)
  const segment = await ownSegment(store.prisma, caller, input.id)
  const { ids, notFound } = await customersNamed(context, caller, input.customers)
  const addedAt = await coalitionNow(store, coalitionId)
  const added = await store.prisma.$transaction(async (transaction) => {
    const there = await lockSegments(transaction, { coalitionId, ids: [segment.id] })
    if (there.size === 0) throw new NotFoundError({ what: 'segment' }, { path: ['id'] })
    const count = await addCustomersTo(transaction, { coalitionId, segmentId: segment.id, ids, addedAt })
    await recordAct(context, transaction, {
      ...{ act: 'segmentAdd', coalitionId, memberId: segment.memberId },
      ...{ subject: { type: 'segment', id: segment.id }, details: { added: count } },
    })
    return count
  })
  return { segment, added, notFound }
}
