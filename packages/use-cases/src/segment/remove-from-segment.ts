import type { Segment } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkListed, type SegmentCustomersInput } from './add-to-segment.ts'
import { customersNamed } from './customers-named.ts'
import { ownSegment } from './own-segment.ts'

export interface RemovedFromSegment {
  readonly segment: Segment
  /** Customers that were in it. */
  readonly removed: number
  /** Places in the input, counted from 0, of those that nobody was found by. */
  readonly notFound: readonly number[]
}

/**
 * Takes customers out of a segment of the caller's own; who is not in it changes nothing. Throws InvalidInputError, NotFoundError,
 * MemberNotActiveError.
 */
export async function removeFromSegment(
  context: Context,
  input: SegmentCustomersInput,
): Promise<RemovedFromSegment> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'removeFromSegment' },
  })
  const { coalitionId } = caller
  checkListed(input.customers)
  const segment = await ownSegment(store.prisma, caller, input.id)
  const { ids, notFound } = await customersNamed(context, caller, input.customers)
  const removed = await store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.segmentCustomer.deleteMany({
      where: { coalitionId, segmentId: segment.id, customerId: { in: [...ids] } },
    })
    await recordAct(context, transaction, {
      ...{ act: 'segmentRemove', coalitionId, memberId: segment.memberId },
      ...{ subject: { type: 'segment', id: segment.id }, details: { removed: count } },
    })
    return count
  })
  return { segment, removed, notFound }
}
