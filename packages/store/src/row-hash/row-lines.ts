import type { Claim, Debt, Entry, Hold, Lot, LotReservation, LotUse, Transfer } from '@artel/ledger'
import type {
  ActingPerson,
  CommandKey,
  NewGiftReturn,
  NewHold,
  NewPurchase,
  NewRefund,
  NewRuleGift,
} from '../command/command.ts'
import type { IssuedVoucher } from '../command/voucher-moves.ts'

/**
 * Canonical lines of the ledger's rows: the table, then the row's immutable columns in a fixed order, joined by `|`.
 * Null is empty, an instant is microseconds of the epoch, free text is a JSON string, JSON stands last and as stored. A
 * column that was added later is written with its name, and only when there is something in it.
 * `line-sql.ts` writes the same lines in SQL; a test holds the two together. What the write function assigns (batch,
 * step, instant) is bound by the batch's hash instead.
 */
const SEPARATOR = '|'

const LONE_SURROGATE = /\p{Surrogate}/gu
/** A text as the database stores it: a lone surrogate has no UTF-8 and becomes U+FFFD on its way there. */
const text = (value: string): string => JSON.stringify(value.replace(LONE_SURROGATE, '\uFFFD'))
const instant = (value: Date | null | undefined): string => (value ? `${value.getTime()}000` : '')

const added = (name: string, value: string | bigint | null): string =>
  value === null || value === 0n ? '' : `${SEPARATOR}${name}=${value}`

/** The same of a text: only null is nothing. */
const addedText = (name: string, value: string | null): string =>
  value === null ? '' : `${SEPARATOR}${name}=${text(value)}`

/** What an entry's line says besides the entry. */
export interface EntryFacts {
  readonly id: string
  readonly groupId: string
  readonly position: number
  readonly customerId: string | null
  readonly customerSequence: bigint | null
  readonly balanceAfter: bigint
  /** Of the group's first entry. */
  readonly key: CommandKey | null
}

export const entryLine = (entry: Entry, facts: EntryFacts): string =>
  `entry|${facts.id}|${facts.groupId}|${facts.position}|${entry.kind}|${facts.customerId ?? ''}|${facts.customerSequence ?? ''}|${entry.memberId ?? ''}|${entry.documentId ?? ''}|${entry.pointsDelta}|${entry.reservedDelta}|${facts.balanceAfter}|${
    facts.key === null
      ? '|||'
      : `${facts.key.scopeId}|${text(facts.key.operation)}|${text(facts.key.key)}|${facts.key.requestHash}`
  }`

export const transferLine = (transfer: Transfer, entryId: string, position: number): string =>
  `transfer|${entryId}|${position}|${transfer.unit}|${transfer.debit.kind}|${transfer.debit.ownerId}|${transfer.credit.kind}|${transfer.credit.ownerId}|${transfer.amount}`

export const lotLine = (lot: Lot, entryId: string, customerId: string): string =>
  `lot|${lot.id}|${customerId}|${lot.issuerId}|${lot.termsId}|${entryId}|${lot.amount}|${instant(lot.issuedAt)}|${instant(lot.activatesAt)}|${instant(lot.expiresAt)}|${lot.prices.reservePrice}|${lot.prices.deposit}|${lot.prices.issueFee}|${lot.prices.redeemFee}${added('origin_lot_id', lot.originLotId)}`

export const lotUseLine = (
  use: LotUse,
  entryId: string,
  position: number,
  expiresAt: Date | undefined,
): string => `lot_use|${entryId}|${position}|${use.lotId}|${use.kind}|${use.points}|${instant(expiresAt)}`

export const purchaseLine = (purchase: NewPurchase, balanceAfter: bigint, lines: string): string =>
  [
    'purchase',
    purchase.id,
    purchase.memberId,
    purchase.customerId,
    purchase.termsId,
    text(purchase.receiptRef),
    purchase.totalMinor,
    purchase.pointsPartMinor,
    purchase.pointsRedeemed,
    purchase.pointsEarned,
    purchase.earnedLotId,
    purchase.holdId,
    balanceAfter,
    `${instant(purchase.occurredAt)}${addedText('code', purchase.code)}${added('click_id', purchase.clickId)}${added('discount_minor', purchase.discountMinor)}${addedText('rules', purchase.rules)}${addedText('fiscal_receipt', purchase.fiscalReceipt)}`,
    lines,
  ].join(SEPARATOR)

export const refundLine = (refund: NewRefund, balanceAfter: bigint, lines: string): string =>
  [
    'refund',
    refund.id,
    refund.purchaseId,
    refund.memberId,
    refund.customerId,
    refund.amountMinor,
    refund.moneyMinor,
    refund.pointsReturned,
    refund.pointsRecovered,
    refund.pointsToDebt,
    `${refund.pointsBorne}${added('points_expired', refund.pointsExpired)}${added('points_claimed', refund.pointsClaimed)}`,
    text(refund.reason),
    `${balanceAfter}${addedText('rules', refund.rules)}`,
    lines,
  ].join(SEPARATOR)

export const holdLine = (hold: NewHold): string =>
  [
    'hold',
    hold.id,
    hold.customerId,
    hold.memberId,
    hold.points,
    text(hold.orderRef),
    hold.billMinor,
    instant(hold.createdAt),
    `${instant(hold.expiresAt)}${added('terms_id', hold.termsId)}${addedText('code', hold.code)}`,
  ].join(SEPARATOR)

export const holdLotLine = (
  { id }: Pick<Hold, 'id'>,
  { lotId, points }: LotReservation,
  position: number,
): string => `hold_lot|${id}|${position}|${lotId}|${points}`

export const debtLine = (debt: Debt, entryId: string, customerId: string): string =>
  [
    'debt',
    debt.id,
    customerId,
    debt.issuerId,
    debt.purchaseId,
    entryId,
    debt.amount,
    debt.issueFee,
    `${instant(debt.incurredAt)}${added('lot_id', debt.lotId)}`,
  ].join(SEPARATOR)

export const claimLine = (claim: Claim, entryId: string, customerId: string): string =>
  `claim|${claim.id}|${customerId}|${claim.lotId}|${claim.purchaseId}|${entryId}|${claim.amount}`

/** A voucher as it was given. */
export const voucherLine = (voucher: IssuedVoucher, customerId: string): string =>
  `voucher|${voucher.id}|${voucher.code}|${voucher.versionId}|${customerId}|${voucher.memberId}|${voucher.purchaseId}|${voucher.lastDay}`

/** Which person recorded a document, and at which till. */
export const actLine = (documentId: string, { personId, tillId }: ActingPerson): string =>
  `act_by|${documentId}|${personId}|${tillId ?? ''}`

/** What a version of a rule gave a customer for an occasion. */
export const giftLine = (gift: NewRuleGift, customerId: string): string =>
  `rule_gift|${gift.id}|${gift.occasionId}|${gift.versionId}|${customerId}|${gift.ownerId}|${gift.day}|${gift.points}|${text(gift.counters)}|${text(gift.payers)}`

/** What was taken back of a gift, and of whom. */
export const giftReturnLine = (back: NewGiftReturn, customerId: string): string =>
  `gift_return|${back.id}|${back.giftId}|${customerId}|${back.points}|${text(back.counters)}|${text(back.payers)}`

export const refusalLine = (
  key: CommandKey,
  refusal: { readonly code: string; readonly details: string },
): string =>
  `refusal|${key.scopeId}|${text(key.operation)}|${text(key.key)}|${key.requestHash}|${text(refusal.code)}|${refusal.details}`
