import { NotFoundError } from '@artel/ledger'
import { type CommissionDefinition, commissionToJson, type LocalDate, localDateOf } from '@artel/rules'
import { coalitionNow, commissionVersionDigest, lockProgramme, type Store } from '@artel/store'
import type { CommissionProgramme, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import type { MemberPrincipal } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'

/** A programme with the text of its newest version. */
export type NewestProgramme = CommissionProgramme & { readonly definition: string }

/** When something is decided about a programme, by the coalition's clock. */
export async function programmeClock(
  store: Store,
  coalitionId: string,
): Promise<{ readonly now: Date; readonly today: LocalDate; readonly currency: string }> {
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  return { now, today: localDateOf(now, coalition.timeZone), currency: coalition.currency }
}

/** Locks a programme of the member until the transaction ends, and reads it. NotFoundError for all others. */
export async function ownProgramme(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: MemberPrincipal,
  programmeId: string,
): Promise<NewestProgramme> {
  const id = checkId('commissionProgramme', programmeId, ['id'])
  await lockProgramme(transaction, { coalitionId, programmeId: id })
  const found = await transaction.commissionProgramme.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
  })
  const [newest] = found?.versions ?? []
  if (!found || !newest || found.memberId !== memberId)
    throw new NotFoundError({ what: 'commissionProgramme' }, { path: ['id'] })
  const { versions: _, ...programme } = found
  return { ...programme, definition: newest.definition }
}

/** A version as it is written, with its digest. */
export function programmeVersionRow(
  by: MemberPrincipal,
  said: {
    readonly programmeId: string
    readonly version: number
    readonly definition: CommissionDefinition
    readonly createdAt: Date
  },
) {
  const { programmeId, version, definition, createdAt } = said
  const row = {
    ...{ coalitionId: by.coalitionId, programmeId, version },
    definition: JSON.stringify(commissionToJson(definition)),
    ...{ createdAt, createdById: actorOf(by) },
  }
  return { ...row, firstDay: columnOfDay(definition.fromDay), digest: commissionVersionDigest(row) }
}

/** A day as its column holds it. */
export const columnOfDay = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)
