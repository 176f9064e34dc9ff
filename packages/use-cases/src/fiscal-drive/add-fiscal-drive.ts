import { AlreadyExistsError, InvalidInputError } from '@artel/ledger'
import { checkFiscalDrive } from '@artel/rules'
import { coalitionNow, newId } from '@artel/store'
import type { FiscalDrive } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { instantBy } from './instant-by.ts'

export interface AddFiscalDriveInput {
  /** Its number: 16 digits. */
  readonly fn: string
  /** When the till began to print with it; defaults to now. */
  readonly since?: Date | null
}

/**
 * Registers a fiscal drive of a till: receipts that it prints from then on are the member's. One number is in use once in the coalition.
 * Throws InvalidInputError, MemberNotActiveError, AlreadyExistsError.
 */
export async function addFiscalDrive(
  context: Context,
  input: AddFiscalDriveInput,
): Promise<{ readonly fiscalDrive: FiscalDrive }> {
  const member = requireMember(context.principal, 'member:write', 'addFiscalDrive')
  const { coalitionId, memberId } = member
  const { prisma } = context.store
  const fn = checkFiscalDrive(['fn'], input.fn)
  const addedAt = await coalitionNow(context.store, coalitionId)
  const since = instantBy(['since'], input.since, addedAt)
  const before = await prisma.fiscalDrive.findFirst({
    where: { coalitionId, fn, until: { gt: since } },
    orderBy: { until: 'desc' },
  })
  if (before?.until)
    throw new InvalidInputError({
      path: ['since'],
      problem: `Must not be before ${before.until.toISOString()}, until when the drive was in use elsewhere.`,
    })
  const id = newId()
  const data = { coalitionId, id, memberId, fn, since, addedAt, addedById: actorOf(member) }
  try {
    const [fiscalDrive] = await prisma.$transaction([
      prisma.fiscalDrive.create({ data }),
      recordAct(context, prisma, {
        ...{ act: 'fiscalDriveAdd', coalitionId, memberId, subject: { type: 'fiscalDrive', id } },
        details: { fn, since: since.toISOString() },
      }),
    ])
    return { fiscalDrive }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const own = await prisma.fiscalDrive.findFirst({ where: { coalitionId, fn, memberId, until: null } })
    throw new AlreadyExistsError({ what: 'fiscalDrive', existingId: own?.id ?? null }, { path: ['fn'] })
  }
}
