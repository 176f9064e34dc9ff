import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { FiscalDrive, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { instantBy } from './instant-by.ts'

/**
 * Closes a drive that was replaced, or that a member registered by mistake: what it prints from then on is nobody's, and claims of it that
 * wait are over. Twice changes nothing. The member's own, or any by an administrator, who also brings the end of a closed one forward:
 * a drive that ends as it begins was in use at no time. Throws InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function closeFiscalDrive(
  context: Context,
  input: { /** Raw UUID. */ readonly id: string /** Defaults to now. */; readonly until?: Date | null },
): Promise<{ readonly fiscalDrive: FiscalDrive }> {
  const keeper = requireMemberOrAdmin(context.principal, {
    ...{ member: 'member:write', admin: 'members:write', verb: 'closeFiscalDrive' },
  })
  const { coalitionId } = keeper
  const id = checkId('fiscalDrive', input.id, ['id'])
  const own = keeper.kind === 'member' ? { coalitionId, id, memberId: keeper.memberId } : { coalitionId, id }
  const now = await coalitionNow(context.store, coalitionId)
  const until = instantBy(['until'], input.until, now)
  return context.store.prisma.$transaction(async (transaction) => {
    const found = await transaction.fiscalDrive.findFirst({ where: own })
    if (!found) throw new NotFoundError({ what: 'fiscalDrive' }, { path: ['id'] })
    const bringsForward = keeper.kind === 'admin' && input.until != null && found.until && until < found.until
    if (found.until && !bringsForward) return { fiscalDrive: found }
    if (until < found.since)
      throw new InvalidInputError({
        path: ['until'],
        problem: `Must not be before ${found.since.toISOString()}, since when it is in use.`,
      })
    const { count } = await transaction.fiscalDrive.updateMany({
      where: { ...own, until: found.until },
      data: { until, closedById: actorOf(keeper) },
    })
    const { memberId, fn } = found
    if (count === 1) {
      await endClaims(transaction, { ...found, until }, now)
      await recordAct(context, transaction, {
        ...{ act: 'fiscalDriveClose', coalitionId, memberId, subject: { type: 'fiscalDrive', id } },
        details: { fn, until: until.toISOString() },
      })
    }
    return { fiscalDrive: await transaction.fiscalDrive.findFirstOrThrow({ where: own }) }
  })
}

/** Claims of what the drive printed when it was nobody's are over, but for those that a yes has taken. */
async function endClaims(
  transaction: Prisma.TransactionClient,
  { coalitionId, id: driveId, until }: FiscalDrive & { readonly until: Date },
  endedAt: Date,
): Promise<void> {
  await transaction.receiptClaim.updateMany({
    where: {
      ...{ coalitionId, driveId, occurredAt: { gte: until } },
      ...{ takenAt: null, declinedAt: null, recordedAt: null, endedAt: null },
    },
    data: { endedAt },
  })
}
