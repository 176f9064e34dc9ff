import { NotFoundError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Hold } from '@artel/store/prisma'
import { checkId } from '../input/text.ts'

/** A hold of the member, in any status. Throws NotFoundError, also for another member's hold. */
export async function ownHold(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
  holdId: string,
): Promise<Hold> {
  const { coalitionId, memberId } = owner
  const id = checkId('hold', holdId, ['holdId'])
  const hold = await store.prisma.hold.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (hold?.memberId !== memberId) throw new NotFoundError({ what: 'hold' }, { path: ['holdId'] })
  return hold
}

/** The hold of an entry group that is posted already. */
export function recordedHold(store: Store, coalitionId: string, holdId: string): Promise<Hold> {
  return store.prisma.hold.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id: holdId } } })
}
