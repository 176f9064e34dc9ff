import { CustomerHasOpenHoldsError, expire, NothingDueError, type Points, points } from '@artel/ledger'
import { newId, type Store } from '@artel/store'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { type Agreement, termsById } from '../terms/agreement.ts'
import { refuseClosedCustomer } from './refuse-closed-customer.ts'

/**
 * Ends all points of a customer who gives them up, as points end whose time has run out: the reserve behind each lot is split
 * as its terms split breakage. At most `atMost`, as they stand at the account's sequence: what came or went meanwhile is looked
 * at again by the caller, and 0 are answered. Throws CustomerClosedError, CustomerHasOpenHoldsError.
 */
export async function giveUpPoints(
  store: Store,
  agreement: Agreement,
  { customerId, atMost }: { readonly customerId: string; readonly atMost: bigint },
): Promise<Points> {
  const { id: coalitionId } = agreement.coalition
  const { sequence } = await store.prisma.customerAccount.findUniqueOrThrow({
    where: { coalitionId_customerId: { coalitionId, customerId } },
  })
  const ids = { groupId: newId(), eventId: newId() }
  try {
    const { group } = await postCommand(store, coalitionId, {
      customerId,
      key: {
        ...{ scopeId: coalitionId, operation: 'customerErase', key: `${customerId}@${sequence}` },
        requestHash: requestHash({ customerId, sequence }),
      },
      decide: (state, at) => {
        if (state.sequence !== sequence || state.posted > atMost) throw new NothingDueError()
        refuseClosedCustomer(at)
        if (state.reserved > 0n) throw new CustomerHasOpenHoldsError({ openHolds: 1, held: state.reserved })
        const lots = state.lots.map((lot) => ({ ...lot, expiresAt: at.now }))
        const breakageOf = (termsId: string) => termsById(agreement, termsId).breakage
        const entry = expire({ ...state, lots }, { coalitionId, now: at.now, breakageOf })
        if (!entry) throw new NothingDueError()
        const payload = { customerId, points: String(-entry.pointsDelta) }
        return {
          documentId: ids.groupId,
          entries: [entry],
          outbox: [{ id: ids.eventId, kind: 'points.expired', subjectId: customerId, payload }],
        }
      },
    })
    return points(-(group?.entries[0]?.pointsDelta ?? 0n))
  } catch (error) {
    if (error instanceof NothingDueError) return points(0n)
    throw error
  }
}
