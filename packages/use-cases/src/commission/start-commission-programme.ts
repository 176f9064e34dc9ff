import { InvalidInputError, NotFoundError, RuleLimitReachedError } from '@artel/ledger'
import type { PayeeKind } from '@artel/rules'
import { lockRulesOf, newId } from '@artel/store'
import type { CommissionProgramme, Prisma } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkOneOf } from '../input/text.ts'
import { programmeClock, programmeVersionRow } from './own-programme.ts'
import { type CommissionDefinitionInput, checkProgramme } from './programme-input.ts'

export interface StartCommissionProgrammeInput {
  /** Whom it pays: affiliates or members. */
  readonly payeeKind: PayeeKind
  /** One of them; null or left out: whoever of them brings a customer. Raw UUID. */
  readonly payeeId?: string | null
  readonly definition: CommissionDefinitionInput
}

/** So many programmes of a member may be open, and so many be started in a day: the worker reads all that a sale may be paid by. */
const MAX_OPEN_PROGRAMMES = 200
const MAX_STARTED_A_DAY = 50
const DAY_MS = 86_400_000

/**
 * Starts to pay commissions for sales from the first day on: the payer's own act, which takes no yes of who is paid. A sale is
 * paid for once, by the programme that names its payee before one for all, then by the newest. The very programme that is open already,
 * unchanged, makes no other. Scope `rules:write`. Throws
 * InvalidInputError, NotFoundError, MemberNotActiveError, RuleLimitReachedError.
 */
export async function startCommissionProgramme(
  context: Context,
  input: StartCommissionProgrammeInput,
): Promise<{ readonly programme: CommissionProgramme }> {
  const { store } = context
  const caller = requireMember(context.principal, 'rules:write', 'startCommissionProgramme')
  const { coalitionId, memberId } = caller
  const { now, today, currency } = await programmeClock(store, coalitionId)
  const payeeKind = checkOneOf(['payeeKind'], input.payeeKind, ['AFFILIATE', 'MEMBER'])
  const payeeId = await checkPayee(context, caller, { payeeKind, payeeId: input.payeeId ?? null })
  const definition = checkProgramme(input.definition, currency)
  if (definition.fromDay < today)
    throw new InvalidInputError({
      path: ['definition', 'fromDay'],
      problem: 'Must be today or later: what was sold before was promised nothing.',
    })
  const id = newId()
  const version = programmeVersionRow(caller, { programmeId: id, version: 1, definition, createdAt: now })
  const programme = await store.prisma.$transaction(async (transaction) => {
    await lockRulesOf(transaction, { coalitionId, memberId })
    const { definition: text } = version
    const same = await transaction.commissionProgramme.findFirst({
      where: {
        ...{ coalitionId, memberId, payeeKind, payeeId, endedOn: null, version: 1 },
        versions: { some: { version: 1, definition: text } },
      },
    })
    if (same) return same
    await refuseTooMany(transaction, { coalitionId, memberId, now })
    const started = await transaction.commissionProgramme.create({
      data: {
        ...{ coalitionId, id, memberId, payeeKind, payeeId, version: 1, createdAt: now, changedAt: now },
        affiliateId: payeeKind === 'AFFILIATE' ? payeeId : null,
      },
    })
    await transaction.commissionVersion.create({ data: version })
    await recordAct(context, transaction, {
      ...{ act: 'commissionProgrammeStart', coalitionId, memberId },
      subject: { type: 'commissionProgramme', id },
      details: { payeeKind, digest: version.digest },
    })
    return started
  })
  return { programme }
}

async function refuseTooMany(
  transaction: Prisma.TransactionClient,
  of: { readonly coalitionId: string; readonly memberId: string; readonly now: Date },
): Promise<void> {
  const { coalitionId, memberId, now } = of
  const count = (where: Prisma.CommissionProgrammeWhereInput) =>
    transaction.commissionProgramme.count({ where: { coalitionId, memberId, ...where } })
  if ((await count({ endedOn: null })) >= MAX_OPEN_PROGRAMMES)
    throw new RuleLimitReachedError({ limit: MAX_OPEN_PROGRAMMES })
  if ((await count({ createdAt: { gt: new Date(now.getTime() - DAY_MS) } })) >= MAX_STARTED_A_DAY)
    throw new RuleLimitReachedError({ limit: MAX_STARTED_A_DAY })
}

/** Who is paid, found in the coalition and another than the payer. */
async function checkPayee(
  { store: { prisma } }: Context,
  { coalitionId, memberId }: MemberPrincipal,
  { payeeKind, payeeId }: { readonly payeeKind: PayeeKind; readonly payeeId: string | null },
): Promise<string | null> {
  if (payeeId === null) return null
  const path = ['payeeId']
  const what = payeeKind === 'AFFILIATE' ? 'affiliate' : 'member'
  const id = checkId(what, payeeId, path)
  if (id === memberId) throw new InvalidInputError({ path, problem: 'Must be another than the payer.' })
  const where = { coalitionId_id: { coalitionId, id } }
  const found =
    payeeKind === 'AFFILIATE'
      ? await prisma.affiliate.findUnique({ where, select: { status: true } })
      : await prisma.member.findUnique({ where, select: { status: true } })
  if (!found || found.status === 'CLOSED' || found.status === 'APPLIED')
    throw new NotFoundError({ what }, { path })
  return id
}
