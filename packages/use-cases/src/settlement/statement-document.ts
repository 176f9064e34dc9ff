import type {
  StatementCounterpartyTotal,
  StatementDocument,
  StatementKindTotal,
  StatementParty,
  StatementPlanFacts,
  StatementTotal,
} from '@artel/documents'
import { MICROS_PER_MINOR, type Minor, minor } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { type Store, sumOf } from '@artel/store'
import type { BankDetails, Member, SettlementWindow } from '@artel/store/prisma'
import { encodePublicId } from '../ids/public-id.ts'
import { type Agreement, loadAgreement, termsBinding } from '../terms/agreement.ts'
import type { PartyStatement } from './party-statement.ts'
import { publicIdOfParty } from './register-line.ts'

/** The ledger counts millionths. */
const AMOUNT_DIGITS = 6

/** A total as it is stored with a statement. Amounts are decimal strings, micros. */
interface StoredTotal {
  readonly kind?: string
  readonly accountKind?: string
  readonly ownerId?: string
  readonly lineCount: number
  readonly debit: string
  readonly credit: string
  readonly points: string
}

/** All that is printed of a statement but its lines. */
export async function statementDocument(
  store: Store,
  statement: PartyStatement,
  window: SettlementWindow,
): Promise<StatementDocument> {
  const { coalitionId, memberId } = statement
  const byCounterparty = statement.totalsByCounterparty as unknown as StoredTotal[]
  const ids = [memberId, ...byCounterparty.flatMap(({ ownerId }) => ownerId ?? [])]
  const [agreement, members, affiliates, bankDetails] = await Promise.all([
    loadAgreement(store, coalitionId),
    store.prisma.member.findMany({
      where: { coalitionId, id: { in: ids } },
      select: { id: true, name: true, segment: true },
    }),
    store.prisma.affiliate.findMany({
      where: { coalitionId, id: { in: ids } },
      select: { id: true, name: true, legalName: true, minPayoutMinor: true },
    }),
    store.prisma.bankDetails.findMany({ where: { coalitionId, ownerId: { in: [coalitionId, memberId] } } }),
  ])
  const { coalition } = agreement
  const affiliate = affiliates.find(({ id }) => id === memberId)
  const nameOf = new Map([...members, ...affiliates].map(({ id, name }) => [id, name]))
  const bankDetailsOf = (ownerId: string) => bankDetails.find((one) => one.ownerId === ownerId)
  const member = {
    id: encodePublicId(affiliate ? 'affiliate' : 'member', memberId),
    name: nameOf.get(memberId) ?? '',
    ...(affiliate && { legalName: affiliate.legalName, isAffiliate: true as const }),
    ...partyOf(bankDetailsOf(memberId)),
  }
  const { paymentDate, chainHash, statedAt } = window
  const minPayout = affiliate
    ? minor(affiliate.minPayoutMinor)
    : minPayoutOf(
        agreement,
        members.find(({ id }) => id === memberId),
        statedAt ?? statement.statedAt,
      )
  return {
    id: encodePublicId('statement', statement.id),
    coalition: {
      id: encodePublicId('coalition', coalitionId),
      name: coalition.name,
      ...partyOf(bankDetailsOf(coalitionId)),
    },
    member,
    currency: coalition.currency,
    amountDigits: AMOUNT_DIGITS,
    timeZone: coalition.timeZone,
    window: { no: window.windowNo, from: window.opensAt, to: window.cutOff },
    issuedAt: statement.statedAt,
    ...balancesOf(statement),
    totalsByKind: (statement.totalsByKind as unknown as StoredTotal[]).map(
      (total): StatementKindTotal => ({ kind: total.kind ?? '', ...sumsOf(total) }),
    ),
    totalsByCounterparty: counterparties(byCounterparty),
    counterpartyNames: new Map<string, string>([
      ...members.map(({ id, name }) => [encodePublicId('member', id), name] as const),
      ...affiliates.map(({ id, name }) => [encodePublicId('affiliate', id), name] as const),
    ]),
    lineCount: statement.lineCount,
    lineHash: statement.lineHash,
    chainHead: Buffer.from(chainHash ?? []).toString('hex'),
    ...vatOf(statement),
    ...(paymentDate && { plan: planFacts({ paymentDate, minPayout }) }),
  }
}

/** A plan is computed by the terms of when the window was stated, and so does not change under a printed statement. */
const minPayoutOf = (
  agreement: Agreement,
  member: Pick<Member, 'id' | 'segment'> | undefined,
  at: Date,
): Minor | undefined => member && termsBinding(agreement, member, at)?.settlement.minPayout

/** As printed: balances in whole minor units, and what makes them so. */
function balancesOf(
  statement: PartyStatement,
): Pick<StatementDocument, 'opening' | 'net' | 'rounding' | 'closing' | 'residue'> {
  const opening = sumOf(statement.openingMinor) * MICROS_PER_MINOR
  const closing = sumOf(statement.closingMinor) * MICROS_PER_MINOR
  const net = sumOf(statement.net) - sumOf(statement.payments)
  return { opening, net, rounding: closing - opening - net, closing, residue: statement.residue }
}

const planFacts = ({
  paymentDate,
  minPayout,
}: {
  readonly paymentDate: Date
  readonly minPayout: Minor | undefined
}): StatementPlanFacts => ({
  dueOn: localDateOf(paymentDate, 'UTC'),
  minPayoutMinor: minPayout ?? 0n,
})

function partyOf(bankDetails: BankDetails | undefined): Partial<StatementParty> {
  if (!bankDetails) return {}
  const { legalName, taxId, kpp, address, signatoryName, signatoryPosition } = bankDetails
  return {
    legalName,
    ...(taxId && { taxId }),
    ...(kpp && { kpp }),
    ...(address && { address }),
    ...(signatoryName && { signatory: { position: signatoryPosition ?? '', name: signatoryName } }),
  }
}

const sumsOf = (total: StoredTotal): StatementTotal => ({
  lineCount: total.lineCount,
  points: BigInt(total.points),
  debit: BigInt(total.debit),
  credit: BigInt(total.credit),
})

/** By member or affiliate; what stands against the coalition's own accounts is one group, without a counterparty. */
function counterparties(totals: readonly StoredTotal[]): StatementCounterpartyTotal[] {
  const groups = new Map<string | null, StatementTotal>()
  for (const total of totals) {
    const id = total.ownerId ? publicIdOfParty(total.accountKind ?? '', total.ownerId) : null
    const known = groups.get(id)
    const own = sumsOf(total)
    groups.set(
      id,
      known
        ? {
            lineCount: known.lineCount + own.lineCount,
            points: known.points + own.points,
            debit: known.debit + own.debit,
            credit: known.credit + own.credit,
          }
        : own,
    )
  }
  return [...groups].map(([counterpartyId, total]) => ({ counterpartyId, ...total }))
}

function vatOf({ vatRateBps, vatNetMinor, vatMinor }: PartyStatement): Pick<StatementDocument, 'vat'> {
  if (vatRateBps === null || vatNetMinor === null || vatMinor === null) return {}
  const rateBps = BigInt(vatRateBps)
  return {
    vat: [{ rateBps, net: sumOf(vatNetMinor) * MICROS_PER_MINOR, tax: sumOf(vatMinor) * MICROS_PER_MINOR }],
  }
}
