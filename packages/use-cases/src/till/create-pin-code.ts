import { NotFoundError } from '@artel/ledger'
import { databaseNow, newId } from '@artel/store'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { PIN_ROLES } from '../session/session-principal.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { requireGrantable } from '../staff/grantable-roles.ts'
import { hashPinCode, makePinCode } from './pin-code.ts'
import { tellOwner } from './tell-owner.ts'

/** So long a code waits to be used, milliseconds: a day. */
const CODE_LIFE_MS = 86_400_000

/**
 * Makes a code with which a cashier or manager of a member sets a PIN at one of its tills, for who does not sign in by e-mail
 * first. One that waits for the same person is void. Who could make somebody a cashier makes it. Until it is used, whoever has it can
 * act as the person: so who made it and when stays written, and the person is told by mail. Throws NotFoundError, MemberNotActiveError.
 */
export async function createPinCode(
  context: Context,
  { grantId, door }: { readonly grantId: string; readonly door: StaffDoor },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const { store, principal } = context
  const caller = requireMemberOrAdmin(principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'createPinCode',
  })
  const { coalitionId } = caller
  const { prisma, pool } = store
  const id = checkId('staffGrant', grantId, ['grantId'])
  const grant = await prisma.staffGrant.findFirst({
    where: { coalitionId, id, revokedAt: null, acceptedAt: { not: null }, role: { in: [...PIN_ROLES] } },
  })
  if (!grant || grant.memberId === null || (caller.kind === 'member' && caller.memberId !== grant.memberId))
    throw new NotFoundError({ what: 'staffGrant' }, { path: ['grantId'] })
  const { memberId, personId } = grant
  requireGrantable(caller, { role: 'CASHIER', memberId })
  const code = makePinCode()
  const now = await databaseNow(pool)
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS)
  const owner = { coalitionId, memberId, personId }
  const madeById = actorOf(caller)
  await prisma.$transaction([
    prisma.pinCode.deleteMany({
      where: { coalitionId, memberId, OR: [{ personId }, { expiresAt: { lte: now } }] },
    }),
    prisma.pinCode.create({
      data: { ...owner, madeById, expiresAt, codeHash: hashPinCode(door, memberId, code) },
    }),
    prisma.pinChange.create({
      data: { ...owner, id: newId(), kind: 'CODE_MADE', byId: madeById, changedAt: now },
    }),
    recordAct(context, prisma, {
      ...{ act: 'pinCodeCreate', coalitionId, memberId, subject: { type: 'person', id: personId } },
    }),
  ])
  await tellOwner(context, owner, 'CODE_MADE')
  return { code, expiresAt }
}
