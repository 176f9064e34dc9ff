import { InvalidInputError, NotFoundError, RuleLimitReachedError } from '@artel/ledger'
import type { PayeeKind } from '@artel/rules'
import { newId } from '@artel/store'
import type { CommissionProgramme } from '@artel/store/prisma'
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

/** So many programmes of a member may be open: the worker reads them all. */
const MAX_OPEN_PROGRAMMES = 200

/**
 * Starts to pay commissions for sales from the first day on: the payer's own act, which takes no yes of who is paid. A sale is
 * paid for once, by the programme that names its payee before one for all, then by the newest. Scope `rules:write`. Throws
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
    const open = await transaction.commissionProgramme.count({
      where: { coalitionId, memberId, endedOn: null },
    })
    if (open >= MAX_OPEN_PROGRAMMES) throw new RuleLimitReachedError({ limit: MAX_OPEN_PROGRAMMES })
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
