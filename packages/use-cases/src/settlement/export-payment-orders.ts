import {
  DocumentError,
  type PaymentOrder,
  type RussianPayer,
  type TransferAccount,
  type TransferBank,
  writeClientBankExchange,
  writePain001,
} from '@artel/documents'
import { BankDetailsMissingError, BankDetailsUnconfirmedError, NotFoundError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { BankDetails } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkOneOf } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { openOf } from './leg-status.ts'
import { payeeDetailsHash } from './payee-details-hash.ts'
import type { LegWithPayments } from './record-payment.ts'
import { settlementReach } from './settler.ts'
import { checkWindowNo, findWindow } from './window.ts'

/** The formats of payment orders: of 1C and Russian banks, and of ISO 20022. */
export const ORDER_FORMATS = ['1c', 'pain001'] as const
export type OrderFormat = (typeof ORDER_FORMATS)[number]

export interface ExportPaymentOrdersInput {
  readonly windowNo: number
  readonly format: OrderFormat
}

export interface ExportedOrders {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly mediaType: string
  readonly orders: number
}

type Leg = LegWithPayments & { readonly open: bigint }

/**
 * The orders by which the caller pays what an approved window asks of it: the coalition's from its account, for
 * administrators; a member's own. Paid legs are left out. Each goes where the plan was approved to pay, or where two persons have
 * said since. Throws NotFoundError when there is nothing to pay, BankDetailsMissingError, BankDetailsUnconfirmedError,
 * InvalidInputError.
 */
export async function exportPaymentOrders(
  context: Context,
  input: ExportPaymentOrdersInput,
): Promise<ExportedOrders> {
  const { coalitionId, memberId } = settlementReach(context.principal)
  const { store } = context
  const format = checkOneOf(['format'], input.format, ORDER_FORMATS)
  const window = await findWindow(store, coalitionId, checkWindowNo(input.windowNo))
  const payerId = memberId ?? coalitionId
  const [agreement, legs, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    store.prisma.paymentLeg.findMany({
      where: { coalitionId, windowNo: window.windowNo, payerId, receivableAt: null },
      include: { payments: { include: { reversal: true } } },
      orderBy: { legNo: 'asc' },
    }),
    coalitionNow(store, coalitionId),
  ])
  const open: Leg[] = legs.map((leg) => ({ ...leg, open: openOf(leg) })).filter((leg) => leg.open > 0n)
  if (open.length === 0) throw new NotFoundError({ what: 'paymentLeg' }, { path: ['windowNo'] })
  const owners = [payerId, ...open.map(({ payeeId }) => payeeId)]
  const bankDetails = new Map(
    (await store.prisma.bankDetails.findMany({ where: { coalitionId, ownerId: { in: owners } } })).map(
      (one) => [one.ownerId, one],
    ),
  )
  for (const ownerId of owners) requireFields(ownerId, bankDetails.get(ownerId), format)
  for (const leg of open) refuseUnlessApproved(leg, bankDetails.get(leg.payeeId), window.approvedAt)
  const facts = { coalition: agreement.coalition, payerId, bankDetails, now, windowNo: window.windowNo }
  const name = `${agreement.coalition.handle}-${window.windowNo}`
  return inOwnTerms(payerId, () =>
    format === '1c'
      ? {
          bytes: clientBankExchange(open, facts),
          fileName: `${name}-1c.txt`,
          mediaType: 'text/plain; charset=windows-1251',
          orders: open.length,
        }
      : {
          bytes: pain001(open, facts),
          fileName: `${name}-pain001.xml`,
          mediaType: 'application/xml; charset=utf-8',
          orders: open.length,
        },
  )
}

interface Facts {
  readonly coalition: { readonly name: string; readonly timeZone: string; readonly currency: string }
  readonly payerId: string
  readonly bankDetails: ReadonlyMap<string, BankDetails>
  readonly now: Date
  readonly windowNo: number
}

function clientBankExchange(legs: readonly Leg[], facts: Facts): Uint8Array {
  const { timeZone } = facts.coalition
  const today = localDateOf(facts.now, timeZone)
  const createdAt = facts.now.toLocaleTimeString('en-GB', { timeZone })
  const payer = russian(of(facts, facts.payerId))
  return writeClientBankExchange(
    { sender: 'Artel', createdOn: today, createdAt },
    legs.map(
      (leg): PaymentOrder => ({
        no: String(leg.legNo),
        on: today,
        amountKopecks: leg.open,
        payer,
        payee: russian(of(facts, leg.payeeId)),
        purpose: `Расчёты по программе лояльности «${facts.coalition.name}», период № ${facts.windowNo}. ${leg.reference}. Без НДС`,
      }),
    ),
  )
}

function pain001(legs: readonly Leg[], facts: Facts): Uint8Array {
  const { currency, timeZone, name } = facts.coalition
  const payer = of(facts, facts.payerId)
  const today = localDateOf(facts.now, timeZone)
  const id = `${legs[0]?.reference ?? facts.windowNo}`.slice(0, 30)
  return writePain001({
    messageId: `MSG-${id}`.slice(0, 35),
    createdAt: facts.now,
    initiator: { name: payer.legalName },
    currency,
    batches: [
      {
        id,
        executeOn: today,
        debtor: partyOf(payer),
        debtorAccount: accountOf(payer),
        debtorBank: bankOf(payer),
        transfers: legs.map((leg) => {
          const payee = of(facts, leg.payeeId)
          return {
            endToEndId: leg.reference.slice(0, 35),
            amountMinor: leg.open,
            creditor: partyOf(payee),
            creditorAccount: accountOf(payee),
            creditorBank: bankOf(payee),
            remittance: `${leg.reference} ${name}`.slice(0, 140),
          }
        }),
      },
    ],
  })
}

function of({ bankDetails }: Facts, ownerId: string): BankDetails {
  const found = bankDetails.get(ownerId)
  if (!found) throw new BankDetailsMissingError({ ownerId, fields: ['legalName'] })
  return found
}

const russian = (one: BankDetails): RussianPayer => ({
  name: one.legalName,
  inn: one.taxId ?? '',
  ...(one.kpp && { kpp: one.kpp }),
  account: one.account ?? '',
  bankName: one.bankName ?? '',
  ...(one.bankTown && { bankTown: one.bankTown }),
  bik: one.bankCode ?? '',
  ...(one.correspondentAccount && { correspondentAccount: one.correspondentAccount }),
})

const partyOf = (one: BankDetails) => ({ name: one.legalName, ...(one.taxId && { taxId: one.taxId }) })

const isRussian = (account: string) => /^\d{20}$/.test(account)

const accountOf = ({ account }: BankDetails): TransferAccount =>
  isRussian(account ?? '') ? { other: account ?? '' } : { iban: account ?? '' }

const bankOf = ({ account, bankCode, bankName }: BankDetails): TransferBank =>
  isRussian(account ?? '')
    ? { clearingSystem: 'RUCBC', memberId: bankCode ?? '', ...(bankName && { name: bankName }) }
    : { bic: bankCode ?? '' }

const NEEDED = {
  '1c': ['legalName', 'taxId', 'account', 'bankName', 'bankCode'],
  pain001: ['legalName', 'account', 'bankCode'],
} as const

function requireFields(ownerId: string, bankDetails: BankDetails | undefined, format: OrderFormat): void {
  const fields = NEEDED[format].filter((field) => !bankDetails?.[field])
  if (fields.length > 0) throw new BankDetailsMissingError({ ownerId, fields })
}

/** One person's word is not enough for where money goes. Of plans from before payees were hashed, what is older than them counts. */
function refuseUnlessApproved(
  { payeeId, payeeDetailsHash: approved }: Leg,
  details: BankDetails | undefined,
  approvedAt: Date | null,
): void {
  if (!details || details.confirmedById !== null) return
  const stands =
    approved === null
      ? approvedAt !== null && details.updatedAt <= approvedAt
      : approved === payeeDetailsHash(details)
  if (!stands) throw new BankDetailsUnconfirmedError({ ownerId: payeeId })
}

/** A requisite whose control digits do not fit, as a refusal that names it. */
function inOwnTerms<Result>(ownerId: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    if (error instanceof DocumentError)
      throw new BankDetailsMissingError({ ownerId, fields: [error.message] })
    throw error
  }
}
