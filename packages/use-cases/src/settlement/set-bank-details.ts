import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { BankDetails, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkInteger, checkText } from '../input/text.ts'
import { affiliateParty, outboxRow } from '../posting/outbox.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { tellOwner } from './tell-of-bank-details.ts'

export interface SetBankDetailsInput {
  /** Administrators name the member, or none for the coalition's operator; a member sets its own. */
  readonly memberId?: string | null
  /** In place of the member, by administrators. Raw UUID. */
  readonly affiliateId?: string | null
  readonly legalName: string
  /** In Russia the INN: 10 or 12 digits. */
  readonly taxId?: string | null
  readonly kpp?: string | null
  readonly address?: string | null
  readonly signatoryPosition?: string | null
  readonly signatoryName?: string | null
  /** 20 digits in Russia, else an IBAN. */
  readonly account?: string | null
  readonly bankName?: string | null
  readonly bankTown?: string | null
  /** BIK in Russia, else BIC. */
  readonly bankCode?: string | null
  readonly correspondentAccount?: string | null
  /** VAT inside the operator's fees, basis points; none when left out. */
  readonly vatRateBps?: number | null
}

const TEXTS = {
  taxId: 20,
  kpp: 9,
  address: 300,
  signatoryPosition: 100,
  signatoryName: 200,
  account: 34,
  bankName: 200,
  bankTown: 100,
  bankCode: 11,
  correspondentAccount: 20,
} as const

/**
 * Says how registers and banks know a member, an affiliate, or the coalition's operator: it is printed on statements and payment
 * orders. What is left out is forgotten. Where the same stands already, another person than the one who set it confirms it: orders
 * of plans that were approved before pay there from then on. The owner is told of each change. Throws InvalidInputError,
 * NotFoundError.
 */
export async function setBankDetails(context: Context, input: SetBankDetailsInput): Promise<BankDetails> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'coalition:write',
    verb: 'setBankDetails',
  })
  const { store } = context
  const { coalitionId } = principal
  const affiliateId = input.affiliateId == null ? null : await checkAffiliate(context, principal, input)
  const named = affiliateId ?? memberInQuestion(principal, input.memberId)
  const ownerId = affiliateId ?? (named === undefined ? coalitionId : checkId('member', named, ['memberId']))
  if (named !== undefined && affiliateId === null)
    await loadParticipation(store, { coalitionId, memberId: ownerId })
  if (named !== undefined && input.vatRateBps != null)
    throw new InvalidInputError({
      path: ['vatRateBps'],
      problem: "Must be left out for a member: VAT is in the operator's fees.",
    })
  const columns = {
    legalName: checkText(['legalName'], input.legalName, 200),
    ...textsOf(input),
    vatRateBps:
      input.vatRateBps == null
        ? null
        : checkInteger(['vatRateBps'], input.vatRateBps, { min: 0, max: 10_000 }),
    updatedAt: await coalitionNow(store, coalitionId),
  }
  const kind = affiliateId !== null ? 'affiliate' : named === undefined ? 'coalition' : 'member'
  const set = await store.prisma.$transaction(async (transaction) => {
    const where = { coalitionId_ownerId: { coalitionId, ownerId } }
    const before = await transaction.bankDetails.findUnique({ where })
    const fields = DETAILS.filter((field) => (before?.[field] ?? null) !== columns[field])
    if (before && fields.length === 0)
      return { after: await said(transaction, before, principal), isChanged: false }
    const data = { ...columns, setById: actorOf(principal), confirmedById: null }
    const after = await transaction.bankDetails.upsert({
      where,
      create: { coalitionId, ownerId, ...data },
      update: data,
    })
    const party = kind === 'affiliate' ? affiliateParty(ownerId) : ownerId
    await transaction.outbox.create({
      data: outboxRow(coalitionId, columns.updatedAt, {
        kind: 'bank_details.changed',
        subjectId: ownerId,
        payload: { ownerId: party },
      }),
    })
    await recordAct(context, transaction, {
      ...{ act: 'bankDetailsSet', coalitionId },
      memberId: named === undefined || affiliateId !== null ? null : ownerId,
      subject: { type: kind, id: ownerId },
      // By name alone: a sole trader's details are personal.
      details: { fields },
    })
    return { after, isChanged: true }
  })
  if (set.isChanged) await tellOwner(context, { coalitionId, ownerId, kind })
  return set.after
}

/** The same details, said once more. The second person confirms them; the first whom nobody in person went before takes them on. */
async function said(
  transaction: Prisma.TransactionClient,
  before: BankDetails,
  principal: AdminPrincipal | MemberPrincipal,
): Promise<BankDetails> {
  const { coalitionId, ownerId, setById, confirmedById } = before
  const { personId } = principal
  if (!personId || personId === setById || confirmedById !== null) return before
  const isSecond =
    setById !== null && (await transaction.person.findUnique({ where: { id: setById } })) !== null
  const { count } = await transaction.bankDetails.updateMany({
    where: { coalitionId, ownerId, setById, confirmedById: null, updatedAt: before.updatedAt },
    data: isSecond ? { confirmedById: personId } : { setById: personId },
  })
  return count === 0
    ? before
    : { ...before, ...(isSecond ? { confirmedById: personId } : { setById: personId }) }
}

/** The affiliate that an administrator names. */
async function checkAffiliate(
  { store }: Context,
  { kind, coalitionId }: AdminPrincipal | MemberPrincipal,
  { affiliateId, memberId }: SetBankDetailsInput,
): Promise<string> {
  const path = ['affiliateId']
  const id = checkId('affiliate', affiliateId ?? '', path)
  if (memberId != null)
    throw new InvalidInputError({ path, problem: 'Must be left out where a member is named.' })
  const where = { coalitionId_id: { coalitionId, id } }
  if (kind !== 'admin' || !(await store.prisma.affiliate.findUnique({ where, select: { id: true } })))
    throw new NotFoundError({ what: 'affiliate' }, { path })
  return id
}

const DETAILS = ['legalName', 'vatRateBps', ...(Object.keys(TEXTS) as (keyof typeof TEXTS)[])] as const

type Texts = { [Field in keyof typeof TEXTS]: string | null }

function textsOf(input: SetBankDetailsInput): Texts {
  const texts = (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((field) => {
    const value = input[field]
    return [field, value == null || value === '' ? null : checkText([field], value, TEXTS[field])] as const
  })
  return Object.fromEntries(texts) as Texts
}
