import { CodeNotValidError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireTill } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { countPinCode } from '../session/attempt.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { checkPin, hashPin } from './pin.ts'
import { hashPinCode } from './pin-code.ts'
import { tellOwner } from './tell-owner.ts'
import { servesAt, type TillCashier } from './till-cashier.ts'
import { writePin } from './write-pin.ts'

export interface SetPinByCodeInput {
  /** What the manager handed out. */
  readonly code: string
  readonly pin: string
  readonly door: StaffDoor
}

/**
 * Sets the PIN of a cashier at the calling till with a code of the member's manager, which works once. The person is told by mail. A PIN that is too easy leaves
 * the code for another try. Throws CodeNotValidError, also once the role has ended, SignInDelayedError, InvalidInputError.
 */
export async function setPinByCode(
  context: Context,
  { code, pin, door }: SetPinByCodeInput,
): Promise<{ readonly cashier: TillCashier }> {
  const { store, principal } = context
  const { coalitionId, memberId, tillId } = requireTill(principal)
  const checked = checkPin(['pin'], pin)
  const attempt = await countPinCode(store, door, tillId)
  const { prisma, pool } = store
  const setAt = await databaseNow(pool)
  const place = { coalitionId, memberId }
  const waiting = {
    ...{ ...place, codeHash: hashPinCode(door, memberId, code) },
    ...{ expiresAt: { gt: setAt }, person: servesAt(place) },
  }
  const found = await prisma.pinCode.findFirst({ where: waiting, include: { person: true } })
  if (!found) throw notValid()
  const { personId, madeById, person } = found
  const owner = { ...place, personId }
  const pinHash = await hashPin(door, owner, checked)
  await prisma.$transaction(async (transaction) => {
    // One of several that come with the same code wins.
    const { count } = await transaction.pinCode.deleteMany({ where: waiting })
    if (count === 0) throw notValid()
    const setter = { kind: 'SET_BY_CODE', byId: madeById, tillId } as const
    if (!(await writePin(transaction, owner, { pinHash, setAt, setter }))) throw notValid()
  })
  await attempt.succeeded()
  await tellOwner(context, owner, 'SET_BY_CODE')
  return { cashier: { personId, name: person.name } }
}

const notValid = () => new CodeNotValidError({}, { path: ['code'] })
