import type { Entry } from '@artel/ledger'
import type { ActingPerson, EntryGroup, NewGiftReturn, NewRuleGift, SaleSought } from '../command/command.ts'
import type { VoucherMove } from '../command/voucher-moves.ts'
import { soughtFields } from '../receipt-claim/same-sale.ts'
import {
  actLine,
  claimLine,
  debtLine,
  giftLine,
  giftReturnLine,
  holdLine,
  holdLotLine,
  refundLine,
  voucherLine,
} from '../row-hash/row-lines.ts'
import { toJson } from '../wire/to-json.ts'

/**
 * The record sets that most batches lack, sent as one JSON document: changes of a lot's reservation, holds, refunds,
 * debts, claims, origins of lots, who acted and what rules gave without a bill. Names are those of the `jsonb_to_recordset` lists in SQL.
 */
export interface Rare {
  /** Whether there is anything at all. */
  some: boolean
  readonly sets: Readonly<Record<RareSet, object[]>> & {
    /** There only when something is in it. */
    vouchers?: object[]
    sameSales?: object[]
  }
}

type RareSet =
  | 'lotChanges'
  | 'holds'
  | 'holdLots'
  | 'holdChanges'
  | 'refunds'
  | 'debts'
  | 'debtRecoveries'
  | 'lotOrigins'
  | 'claims'
  | 'claimRecoveries'
  | 'acts'
  | 'gifts'
  | 'giftReturns'

export const noRare = (): Rare => ({
  some: false,
  sets: {
    lotChanges: [],
    holds: [],
    holdLots: [],
    holdChanges: [],
    refunds: [],
    debts: [],
    debtRecoveries: [],
    lotOrigins: [],
    claims: [],
    claimRecoveries: [],
    acts: [],
    gifts: [],
    giftReturns: [],
  },
})

/** An entry of a group with its place in the batch. */
interface Placed {
  readonly step: number
  /** 1-based index of the entry in the batch. */
  readonly entryIndex: number
  readonly entryId: string
  readonly customerId: string
  readonly entry: Entry
  readonly group: EntryGroup
  /** The customer's balance after the whole group. */
  readonly after: bigint
  /** Takes a row's line into the group's digest and returns its row hash. */
  readonly rowHash: (line: string) => number
}

/**
 * Adds what of an entry is rare; a hold's and a refund's own rows come with the first entry of their group. Returns
 * the row hash of the refund or hold, if the entry brought one.
 */
export function collectRare(rare: Rare, placed: Placed): number | undefined {
  const { entry, group, step, rowHash } = placed
  const { lotChanges, newHold, holdChange, newDebt, debtRecoveries, newClaim, claimRecoveries } = entry
  const first = group.entries[0] === entry
  let documentRowHash = first && group.refund ? collectRefund(rare, placed, group.refund) : undefined
  for (const { id, originLotId } of entry.newLots)
    if (originLotId !== null) add(rare, 'lotOrigins', { step, lot: id, origin: originLotId })
  if (newClaim || claimRecoveries) collectClaims(rare, placed)
  if (lotChanges.length === 0 && !newHold && !holdChange && !newDebt && !debtRecoveries)
    return documentRowHash
  const { sets } = rare
  for (const { lotId, reservedDelta } of lotChanges)
    if (reservedDelta !== 0n) add(rare, 'lotChanges', { step, lot: lotId, reserved: reservedDelta })
  if (newHold && group.hold) {
    const { hold } = group
    documentRowHash = rowHash(holdLine(hold))
    add(rare, 'holds', {
      step,
      id: hold.id,
      member: hold.memberId,
      points: hold.points,
      terms: hold.termsId,
      order_ref: hold.orderRef,
      bill: hold.billMinor,
      code: hold.code,
      created: hold.createdAt,
      expires: hold.expiresAt,
      row_hash: documentRowHash,
    })
    for (const [position, reservation] of newHold.reservations.entries())
      sets.holdLots.push({
        step,
        hold: newHold.id,
        position,
        lot: reservation.lotId,
        points: reservation.points,
        row_hash: rowHash(holdLotLine(newHold, reservation, position)),
      })
  }
  if (holdChange) add(rare, 'holdChanges', { step, hold: holdChange.holdId, status: holdChange.status })
  if (newDebt)
    add(rare, 'debts', {
      step,
      entry: placed.entryIndex,
      id: newDebt.id,
      issuer: newDebt.issuerId,
      purchase: newDebt.purchaseId,
      lot: newDebt.lotId,
      amount: newDebt.amount,
      issue_fee: newDebt.issueFee,
      incurred: newDebt.incurredAt,
      row_hash: rowHash(debtLine(newDebt, placed.entryId, placed.customerId)),
    })
  for (const { debtId, points } of debtRecoveries ?? [])
    add(rare, 'debtRecoveries', { step, debt: debtId, points })
  return documentRowHash
}

/** Adds who recorded the document of a group. */
export function collectAct(
  rare: Rare,
  { step, by, group, rowHash }: Pick<Placed, 'step' | 'group' | 'rowHash'> & { readonly by: ActingPerson },
): void {
  const { documentId: document } = group
  const { personId: person, tillId: till } = by
  add(rare, 'acts', { step, document, person, till, row_hash: rowHash(actLine(document, by)) })
}

/** Adds what a rule gave for an occasion. */
export function collectGift(
  rare: Rare,
  { step, customerId, rowHash }: Pick<Placed, 'step' | 'customerId' | 'rowHash'>,
  gift: NewRuleGift,
): void {
  const { id, occasionId: occasion, versionId: version, ownerId: owner, day, points, counters, payers } = gift
  const row_hash = rowHash(giftLine(gift, customerId))
  add(rare, 'gifts', { step, id, occasion, version, owner, day, points, counters, payers, row_hash })
}

/** Adds what is taken back of a gift. */
export function collectGiftReturn(
  rare: Rare,
  { step, customerId, rowHash }: Pick<Placed, 'step' | 'customerId' | 'rowHash'>,
  back: NewGiftReturn,
): void {
  const { id, giftId: gift, points, counters, payers } = back
  const row_hash = rowHash(giftReturnLine(back, customerId))
  add(rare, 'giftReturns', { step, id, gift, points, counters, payers, row_hash })
}

/** Adds by what a sale is known that may be recorded under another name. */
export function collectSameSale(rare: Rare, step: number, sought: SaleSought): void {
  rare.some = true
  rare.sets.sameSales ??= []
  rare.sets.sameSales.push(soughtFields(step, sought))
}

/** Adds what a group does to vouchers. */
export function collectVouchers(
  rare: Rare,
  {
    step,
    customerId,
    moves,
    rowHash,
  }: Pick<Placed, 'step' | 'customerId' | 'rowHash'> & {
    readonly moves: readonly VoucherMove[]
  },
): void {
  rare.some = true
  rare.sets.vouchers ??= []
  for (const move of moves) rare.sets.vouchers.push({ step, act: move.act, ...voucherFields(move) })

  function voucherFields(move: VoucherMove): object {
    switch (move.act) {
      case 'ISSUE': {
        const {
          id,
          code,
          versionId: version,
          memberId: member,
          purchaseId: purchase,
          lastDay: day,
        } = move.voucher
        return {
          id,
          code,
          version,
          member,
          purchase,
          day,
          row_hash: rowHash(voucherLine(move.voucher, customerId)),
        }
      }
      case 'USE':
        return { id: move.id, purchase: move.purchaseId, day: move.lastDay }
      case 'RETURN':
        return {
          ...{ id: move.id, used: move.usedById, revoked: move.revokedById },
          ...{ refund: move.refundId, day: move.lastDay },
        }
      case 'REVOKE':
        return { id: move.id, used: move.usedById, refund: move.refundId }
      case 'MERGE':
        return { holder: move.holderId }
    }
  }
}

function collectClaims(rare: Rare, { entry, step, entryIndex, entryId, customerId, rowHash }: Placed): void {
  const { newClaim, claimRecoveries } = entry
  if (newClaim)
    add(rare, 'claims', {
      step,
      entry: entryIndex,
      id: newClaim.id,
      lot: newClaim.lotId,
      purchase: newClaim.purchaseId,
      amount: newClaim.amount,
      row_hash: rowHash(claimLine(newClaim, entryId, customerId)),
    })
  for (const { claimId, lotId, points } of claimRecoveries ?? [])
    add(rare, 'claimRecoveries', { step, claim: claimId, lot: lotId, points })
}

function collectRefund(
  rare: Rare,
  { step, after, rowHash }: Placed,
  refund: NonNullable<EntryGroup['refund']>,
): number {
  const lines = toJson(refund.lines)
  const hashed = rowHash(refundLine(refund, after, lines))
  add(rare, 'refunds', {
    step,
    id: refund.id,
    purchase: refund.purchaseId,
    member: refund.memberId,
    amount: refund.amountMinor,
    money: refund.moneyMinor,
    returned: refund.pointsReturned,
    recovered: refund.pointsRecovered,
    to_debt: refund.pointsToDebt,
    borne: refund.pointsBorne,
    expired: refund.pointsExpired,
    claimed: refund.pointsClaimed,
    reason: refund.reason,
    rules: refund.rules,
    lines,
    row_hash: hashed,
  })
  return hashed
}

function add(rare: Rare, set: RareSet, record: object): void {
  rare.some = true
  rare.sets[set].push(record)
}
