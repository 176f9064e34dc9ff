import {
  AlreadyExistsError,
  FiscalReceiptUsedError,
  InvalidInputError,
  type Minor,
  type PurchaseLine,
  ReceiptAlreadyUsedError,
} from '@artel/ledger'
import {
  addDays,
  checkFiscalId,
  type FiscalId,
  type LocalDate,
  localDateOf,
  writtenFiscalId,
} from '@artel/rules'
import { coalitionNow, fiscalHolders, lineJson, newId } from '@artel/store'
import type { EarnCode, Prisma } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkLines, checkMoney } from '../input/money.ts'
import { checkIdempotencyKey, checkInteger, checkRef } from '../input/text.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { isForeignReceipt } from '../purchase/foreign-receipt.ts'
import { saleInstant } from '../purchase/permit-sale.ts'
import { foreignReceipt, termsOfActive } from '../purchase/sale.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { codeOf, type EarnCodeDoor, hashEarnCode } from './code-of.ts'

/** Local days after today, unless the member says others or the sale's days are over sooner. */
const DEFAULT_VALID_DAYS = 14

export interface IssueEarnCodeInput {
  /** Of the bill: one receipt is one purchase. */
  readonly receiptRef: string
  /** The whole bill. */
  readonly total: MoneyAmount
  /** When given, must sum to the total. */
  readonly lines?: readonly BillLineInput[] | null
  /** The fiscal receipt of the bill, where a till prints one: the purchase that the code becomes has it, and a claim of it earns nothing more. */
  readonly fiscal?: FiscalId | null
  /** When the sale happened; now when left out. */
  readonly occurredAt?: Date | null
  /** Local days after today on which it is claimed. 14 when left out, fewer where the terms allow fewer late days. */
  readonly validDays?: number | null
  readonly idempotencyKey: string
}

export interface IssuedEarnCode {
  readonly earnCode: EarnCode
  /** Fifteen symbols, as it is compared. */
  readonly code: string
  readonly replayed: boolean
}

/**
 * Issues a one-time code for a bill, by which the first who claims it earns on the bill as of the moment of the sale. The same key answers
 * the same code. Throws InvalidInputError, MemberNotActiveError, SaleTooLateError, SaleBeforeJoiningError, ReceiptAlreadyUsedError,
 * FiscalReceiptUsedError, AlreadyExistsError for a receipt with a code that stands, IdempotencyKeyMismatchError.
 */
export async function issueEarnCode(
  context: Context,
  input: IssueEarnCodeInput,
  door: EarnCodeDoor,
): Promise<IssuedEarnCode> {
  const member = requireMember(context.principal, 'purchases:write', 'issueEarnCode')
  const { coalitionId, memberId } = member
  const { idempotencyKey, ...request } = input
  const issueKey = checkIdempotencyKey(idempotencyKey)
  const hash = requestHash(request)
  const before = await issuedUnder(context, { coalitionId, memberId, issueKey })
  if (before) return again(before, hash, door)
  const bill = await decidedBill(context, member, input)
  const id = newId()
  const code = codeOf(door, { coalitionId, id })
  const row = {
    ...{ coalitionId, id, memberId, codeHash: hashEarnCode(door, code), issueKey, requestHash: hash },
    ...{ issuedById: actorOf(member), ...bill },
  }
  try {
    return { earnCode: await written(context, row), code, replayed: false }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const twin = await issuedUnder(context, { coalitionId, memberId, issueKey })
    if (twin) return again(twin, hash, door)
    throw await standingCode(context, row)
  }
}

const issuedUnder = (
  { store: { prisma } }: Context,
  name: { readonly coalitionId: string; readonly memberId: string; readonly issueKey: string },
): Promise<EarnCode | null> => prisma.earnCode.findUnique({ where: { coalitionId_memberId_issueKey: name } })

/** What the same command answers again. Throws IdempotencyKeyMismatchError. */
function again(earnCode: EarnCode, hash: string, door: EarnCodeDoor): IssuedEarnCode {
  refuseOtherRequest(earnCode.requestHash, hash)
  return { earnCode, code: codeOf(door, earnCode), replayed: true }
}

/** The bill that a code is for, checked as a sale of it would be. */
async function decidedBill(
  context: Context,
  { coalitionId, memberId }: MemberPrincipal,
  input: IssueEarnCodeInput,
) {
  const { store } = context
  const [agreement, participation, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    coalitionNow(store, coalitionId),
  ])
  const { coalition } = agreement
  const terms = termsOfActive(agreement, participation, now)
  const receiptRef = checkRef(['receiptRef'], input.receiptRef)
  const totalMinor = checkMoney(['total'], input.total, coalition.currency)
  const lines = checkLines(input.lines, { total: totalMinor, currency: coalition.currency })
  const joined = { member: agreement.joinedAt.get(memberId), customer: undefined }
  const sold = { occurredAt: input.occurredAt ?? now, receiptRef }
  const occurredAt = saleInstant(sold, now, { terms, coalition, standing: undefined, joined })
  await refuseRecorded(context, { coalitionId, memberId, receiptRef })
  const fiscalReceipt = input.fiscal ? writtenFiscalId(checkFiscalId(['fiscal'], input.fiscal)) : null
  await refuseFiscal(context, { coalitionId, memberId, fiscalReceipt, occurredAt })
  const today = localDateOf(now, coalition.timeZone)
  const lastLateDay = addDays(localDateOf(occurredAt, coalition.timeZone), terms.settlement.lateDays)
  const lastDay = lastDayOfCode(input.validDays, { today, lastLateDay })
  return {
    ...billRow({ receiptRef, totalMinor, lines }),
    ...{ fiscalReceipt, occurredAt },
    lastDay: new Date(lastDay),
    issuedAt: now,
  }
}

const billRow = (bill: { receiptRef: string; totalMinor: Minor; lines: readonly PurchaseLine[] }) => ({
  ...{ receiptRef: bill.receiptRef, totalMinor: bill.totalMinor },
  lines: bill.lines.map(lineJson) as Prisma.InputJsonArray,
})

/** The last day of a code: a sale that is handed in after its late days would be refused. Throws InvalidInputError. */
function lastDayOfCode(
  asked: number | null | undefined,
  { today, lastLateDay }: { readonly today: LocalDate; readonly lastLateDay: LocalDate },
): LocalDate {
  const lastDay = addDays(
    today,
    checkInteger(['validDays'], asked ?? DEFAULT_VALID_DAYS, { min: 0, max: 366 }),
  )
  if (lastDay <= lastLateDay) return lastDay
  if (asked == null) return lastLateDay
  throw new InvalidInputError({
    path: ['validDays'],
    problem: `Must leave the claim within the days in which a sale may be handed in late: at most ${daysBetween(today, lastLateDay)}.`,
  })
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

interface OfReceipt {
  readonly coalitionId: string
  readonly memberId: string
  readonly receiptRef: string
}

async function refuseRecorded({ store: { prisma } }: Context, receipt: OfReceipt): Promise<void> {
  const found = await prisma.purchase.findUnique({ where: { coalitionId_memberId_receiptRef: receipt } })
  if (found) throw new ReceiptAlreadyUsedError({ purchaseId: found.id, receiptRef: receipt.receiptRef })
}

/** Throws FiscalReceiptUsedError, and InvalidInputError for a receipt of another member's till. */
async function refuseFiscal(
  { store }: Context,
  of: Omit<OfReceipt, 'receiptRef'> & { readonly fiscalReceipt: string | null; readonly occurredAt: Date },
): Promise<void> {
  const { coalitionId, fiscalReceipt: receipt } = of
  if (receipt === null) return
  const { purchaseId } = await fiscalHolders(store.pool, { coalitionId, receipt })
  if (purchaseId !== null) throw new FiscalReceiptUsedError({ purchaseId, receipt })
  if (await isForeignReceipt(store, of, of)) throw foreignReceipt()
}

/** Why a code could not be written: another of one of its receipts stands. */
async function standingCode(
  { store }: Context,
  row: OfReceipt & { readonly fiscalReceipt: string | null },
): Promise<Error> {
  const { coalitionId, memberId, receiptRef, fiscalReceipt: receipt } = row
  const where = { coalitionId, memberId, receiptRef, revokedAt: null }
  const standing = await store.prisma.earnCode.findFirst({ where })
  const other =
    standing || receipt === null
      ? null
      : (await fiscalHolders(store.pool, { coalitionId, receipt })).earnCodeId
  return new AlreadyExistsError(
    { what: 'earnCode', existingId: standing?.id ?? other },
    { path: [other === null ? 'receiptRef' : 'fiscal'] },
  )
}

async function written(context: Context, data: Prisma.EarnCodeUncheckedCreateInput): Promise<EarnCode> {
  const { coalitionId, memberId, id, receiptRef, totalMinor } = data
  return context.store.prisma.$transaction(async (transaction) => {
    const earnCode = await transaction.earnCode.create({ data })
    await recordAct(context, transaction, {
      ...{ act: 'earnCodeIssue', coalitionId, memberId, subject: { type: 'earnCode', id } },
      details: { receiptRef, totalMinor: String(totalMinor) },
    })
    return earnCode
  })
}
