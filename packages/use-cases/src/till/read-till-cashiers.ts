import { requireTill } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { MOST_FAILURES } from './guess-pin.ts'
import { servesAt, type TillCashier } from './till-cashier.ts'

const MOST_SHOWN = 200

/** Who may sign in by PIN at the calling till, by name; at most 200. Those without a PIN, and whose PIN is void, are left out. */
export async function readTillCashiers({ store, principal }: Context): Promise<readonly TillCashier[]> {
  const { coalitionId, memberId } = requireTill(principal)
  const place = { coalitionId, memberId }
  const pins = await store.prisma.cashierPin.findMany({
    where: { ...place, failures: { lt: MOST_FAILURES }, person: servesAt(place) },
    select: { personId: true, person: { select: { name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
    take: MOST_SHOWN,
  })
  return pins.map(({ personId, person: { name } }) => ({ personId, name }))
}
