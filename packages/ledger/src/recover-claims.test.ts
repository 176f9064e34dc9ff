import { expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import type { Debt } from './entry.ts'
import { micros } from './money.ts'
import { points } from './points.ts'
import { recoverClaims } from './recover-claims.ts'
import { aLot, NOW, withLots } from './testing/states.ts'

const claim = (id: string, n: bigint): Claim => ({
  ...{ id, lotId: 'lot', purchaseId: 'sale' },
  ...{ amount: points(n), remaining: points(n) },
})
const debt = (n: bigint): Debt => ({
  ...{ id: 'debt', issuerId: 'S', purchaseId: 'sale', lotId: 'lot', issueFee: micros(100_000n) },
  ...{ amount: points(n), remaining: points(n), incurredAt: NOW },
})
/** What came back to a lot, and to whom it goes. */
const recovered = (state: ReturnType<typeof withLots>) =>
  recoverClaims(state, { coalitionId: 'C', lotIds: ['lot'] }).flatMap((entry) => [
    ...(entry.debtRecoveries ?? []).map((part): [string, bigint] => [part.debtId, part.points]),
    ...(entry.claimRecoveries ?? []).map((part): [string, bigint] => [part.claimId, part.points]),
  ])

test('what came back goes to the oldest claim first, and to the next what that leaves', () => {
  const claims = [claim('first', 3n), claim('second', 4n)]
  expect(recovered(withLots([aLot('lot', 5n)], { claims }))).toEqual([
    ['first', 3n],
    ['second', 2n],
  ])
  expect(recovered(withLots([aLot('lot', 2n)], { claims }))).toEqual([['first', 2n]])
})

test('the debt for those very points is paid before any claim', () => {
  const state = withLots([aLot('lot', 5n)], { claims: [claim('first', 4n)], debts: [debt(3n)] })
  expect(recovered(state)).toEqual([
    ['debt', 3n],
    ['first', 2n],
  ])
})

test('points of the lot that are held did not come back', () => {
  const lot = aLot('lot', 5n, { reserved: points(4n) })
  expect(recovered(withLots([lot], { claims: [claim('first', 3n)] }))).toEqual([['first', 1n]])
})
