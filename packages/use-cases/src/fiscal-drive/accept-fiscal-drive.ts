import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { FiscalDrive } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

/**
 * An administrator's word that a drive is in the till of the member that registered it: nobody else records sales with it from then on, and
 * customers claim its receipts whoever did. Twice changes nothing. Throws InvalidInputError for a closed one, NotFoundError.
 */
export async function acceptFiscalDrive(
  context: Context,
  input: { /** Raw UUID. */ readonly id: string },
): Promise<{ readonly fiscalDrive: FiscalDrive }> {
  const admin = requireAdmin(context.principal, 'members:write')
  const { coalitionId } = admin
  const id = checkId('fiscalDrive', input.id, ['id'])
  const acceptedAt = await coalitionNow(context.store, coalitionId)
  return context.store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.fiscalDrive.updateMany({
      where: { coalitionId, id, until: null, acceptedAt: null },
      data: { acceptedAt, acceptedById: actorOf(admin) },
    })
    const fiscalDrive = await transaction.fiscalDrive.findFirst({ where: { coalitionId, id } })
    if (!fiscalDrive) throw new NotFoundError({ what: 'fiscalDrive' }, { path: ['id'] })
    if (fiscalDrive.acceptedAt === null)
      throw new InvalidInputError({ path: ['id'], problem: 'Must be a drive that is in use.' })
    const { memberId, fn } = fiscalDrive
    if (count === 1)
      await recordAct(context, transaction, {
        ...{ act: 'fiscalDriveAccept', coalitionId, memberId, subject: { type: 'fiscalDrive', id } },
        details: { fn },
      })
    return { fiscalDrive }
  })
}
