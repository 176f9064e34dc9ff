import type {
  CounterMove,
  CustomerState,
  Entry,
  Micros,
  Points,
  RecentMove,
  UsedCounters,
} from '@artel/ledger'
import type { NewAuditEvent } from '../audit/add-audit-event.ts'
import type { Hold, Purchase, Refund } from '../generated/prisma/client.ts'
import type { VoucherMove, VoucherStanding } from './voucher-moves.ts'

/** Who named the command, what it is, their name of it, and what exactly was asked. */
export interface CommandKey {
  /** The member, or the coalition for administrators and the system. */
  readonly scopeId: string
  /** For example `purchaseRecord`. */
  readonly operation: string
  readonly key: string
  /** SHA-256 of the request, 64 hexadecimal digits. */
  readonly requestHash: string
}

/** The person signed in who gives a command, as it stands with the document that the command makes. */
export interface ActingPerson {
  readonly personId: string
  /** Null for a session that no PIN began. */
  readonly tillId: string | null
}

/** One command on one customer's points, or on two customers': what to load, and the pure decision over it. */
export interface Command {
  readonly customerId: string
  /**
   * A second customer, whose state comes to `decide` as `at.other`. Such a command goes alone in its batch, and what it
   * posts for both is recorded together or not at all.
   */
  readonly otherCustomerId?: string
  readonly key: CommandKey
  /** Load this purchase, its refunds and its lots into `state.purchases` (if it is this customer's). */
  readonly purchaseId?: string
  /** Load this hold, whatever its status, with its lots into `state.holds` (if it is this customer's). */
  readonly holdId?: string
  /**
   * The most that `decide` takes from open lots, in consumption order, and the only thing that it does with them: no more
   * lots are loaded than give so much, and none for 0. Without it all are loaded, which may be hundreds.
   */
  readonly takesAtMost?: Points
  /** Load what the customer spent, held and was awarded in the last day, for `at.recent`. */
  readonly looksBack?: boolean
  /** Load what these counters stand at, for `at.used`: `decide` may move no others. */
  readonly counters?: readonly CounterToLoad[]
  /** Load when the customer last bought at this member and at any, for `at.bought`. */
  readonly looksAtMember?: string
  /** Load which of these groups of customers the customer is in, for `at.groups`. */
  readonly groups?: GroupsToLoad
  /** Load these vouchers, for `at.vouchers`. One that an earlier command of the batch names too waits for the next batch. */
  readonly vouchers?: readonly string[]
  /** Load what the coalition's promo fund holds: `decide` may take no more out of it. */
  readonly paidByPromoFund?: boolean
  /** Whether other members may pay for it: it is told what commands before it in the batch charge them. */
  readonly paidByMembers?: boolean
  /** Ask whether this receipt is recorded already. */
  readonly receipt?: { readonly memberId: string; readonly receiptRef: string }
  /** Ask whether this fiscal receipt, `fn-i-fp`, is recorded already by any member, whatever its sign. */
  readonly fiscalReceipt?: string
  /** Ask whether the sale is recorded already under another name: of a sale without a till that may have two. */
  readonly sameSale?: SaleSought | undefined
  /** Who records the purchase, refund or hold; left out for what no person signed in does, which costs nothing. */
  readonly by?: ActingPerson | undefined
  /**
   * What the audit log says of it, in the transaction that posts it: both are there or neither. Such a command goes alone in
   * its batch and holds the chain meanwhile, so it is for what administrators do now and then.
   */
  readonly audit?: NewAuditEvent | undefined
  /**
   * Decides on the customer's state, which may be that after earlier commands of the same batch. Pure: it is called
   * again when the state turns out stale. Throws a Refusal, which is recorded under the key.
   */
  decide(state: CustomerState, at: DecisionContext): EntryGroup
}

/** By what a sale is known that is recorded under another name. */
export interface SaleSought {
  readonly memberId: string
  /** Numbers of the receipt that a purchase without a fiscal receipt may have. */
  readonly receiptRefs: readonly string[]
  /** The number of its fiscal document, of any drive of the member; null where a fiscal receipt is named whole. */
  readonly documentNo: string | null
  /** What was paid, minor units. */
  readonly paidMinor: bigint
  readonly from: Date
  readonly to: Date
}

/** A counter of the period that a day lies in. */
export interface CounterToLoad {
  readonly ownerId: string
  /** Null: of all customers. */
  readonly customerId: string | null
  readonly per: 'DAY' | 'MONTH' | 'YEAR' | 'RULE'
  /** A local day of the coalition; null: that on which the command is decided. */
  readonly day: string | null
}

/** Segments and tiers that a command asks of its customer. */
export interface GroupsToLoad {
  readonly ids: readonly string[]
  /** Sales and refunds change some of them: such a command waits for the next batch after one of the customer's in its own. */
  readonly followSales: boolean
}

export interface DecisionContext {
  /** The coalition's clock. */
  readonly now: Date
  /** The purchase that has the command's receipt, if any. */
  readonly receiptPurchaseId: string | undefined
  /** The purchase of any member that has the command's fiscal receipt, if any; there when the command names one. */
  readonly fiscalPurchaseId?: string | undefined
  /** The purchase that is the same sale under another name, if any; there when the command asks for it. */
  readonly sameSaleId?: string | undefined
  /** ACTIVE or CLOSED. */
  readonly customerStatus: string
  /** The customer that this one was merged into, if any. */
  readonly mergedIntoId: string | undefined
  /** The customer's points are frozen: nothing of them may be spent, held or given. */
  readonly isFrozen: boolean
  /** The command's second customer; undefined when it names none. */
  readonly other?: OtherCustomer
  /** What the customer did in the last day, commands before it in the batch included; there when the command looks back. */
  readonly recent?: readonly RecentMove[]
  /** What the command's counters stand at after the commands before it in the batch, but for what those give back. */
  readonly used?: UsedCounters
  /** When the customer last bought, commands before it in the batch included; there when the command looks at a member. */
  readonly bought?: Bought
  /** Ids of the groups that the customer is in, of those that the command asks for. */
  readonly groups?: ReadonlySet<string>
  /** Vouchers by id, of those that the command names; one that the coalition does not have is missing. */
  readonly vouchers?: ReadonlyMap<string, VoucherStanding>
  /** What the promo fund holds after the commands before it in the batch, micros; there when the command asks for it. */
  readonly promoFund?: Micros
  /** What commands before it in the batch add to what members owe, micros by member; there when the command asks for it. */
  readonly charged?: ReadonlyMap<string, bigint>
}

/** A customer's newest purchases, by when they happened. */
export interface Bought {
  /** At the member; null: none. */
  readonly lastHere: Date | null
  /** At any member of the coalition; null: none. */
  readonly lastAnywhere: Date | null
}

/** The second customer of a command. */
export interface OtherCustomer {
  readonly state: CustomerState
  /** ACTIVE or CLOSED. */
  readonly customerStatus: string
  readonly mergedIntoId: string | undefined
}

/** What ties a row to the chain of batches. */
type Chained = 'batchNo' | 'batchStep' | 'rowHash'
/** A purchase as decided; the store adds the coalition, the balance, the instant and its place in the chain. */
export type NewPurchase = Omit<Purchase, Chained | 'coalitionId' | 'balanceAfter' | 'recordedAt'>
/** A refund as decided; the store adds the coalition, the balance, the instant and its place in the chain. */
export type NewRefund = Omit<Refund, Chained | 'coalitionId' | 'balanceAfter' | 'recordedAt'>
/** A hold as decided; its lots are in the entry's `newHold`. */
export type NewHold = Omit<Hold, Chained | 'coalitionId'>

/** What a version of a rule gives for an occasion; the store adds the coalition, the customer, the instant and its place in the chain. */
export interface NewRuleGift {
  readonly id: string
  readonly occasionId: string
  readonly versionId: string
  /** Whose rule it is; the coalition for its own. */
  readonly ownerId: string
  /** Local day of the occasion. */
  readonly day: string
  readonly points: Points
  /** JSON, as `purchase.rules` has them. */
  readonly counters: string
  /** JSON: payer, lot and points each. */
  readonly payers: string
}

/** What is taken back of a gift; the store adds the coalition, the customer, the instant and its place in the chain. */
export interface NewGiftReturn {
  readonly id: string
  readonly giftId: string
  readonly points: Points
  /** JSON: rule, customer, period and amount of each counter that gets something back. */
  readonly counters: string
  /** JSON: payer, lot of the gift and points each. */
  readonly payers: string
}

export interface OutboxEvent {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  /** Anything that survives JSON. */
  readonly payload: unknown
}

/** What one command posts, whole or not at all. */
export interface EntryGroup {
  /** The purchase, refund or hold; a fresh id for expiry. It is the group's id too. */
  readonly documentId: string
  /** Never empty. */
  readonly entries: readonly Entry[]
  readonly purchase?: NewPurchase
  readonly refund?: NewRefund
  readonly hold?: NewHold
  readonly gift?: NewRuleGift
  readonly giftReturn?: NewGiftReturn
  /** The promo fund held too little for something that it would have paid for: true only for what commands before it are given. */
  readonly isFundShort?: boolean
  /** Moves of counters that the command named. A move past its limit makes the command stale. */
  readonly counters?: readonly CounterMove[]
  /** Vouchers that it gives, uses, brings back or revokes. One that is no longer as it was makes the command stale. */
  readonly vouchers?: readonly VoucherMove[]
  readonly outbox: readonly OutboxEvent[]
  /** What is posted for the command's second customer; there exactly when the command names one. */
  readonly other?: { readonly entries: readonly Entry[] }
  /** The customer is merged into the other: in the same transaction it is CLOSED, and its cards and references move. */
  readonly mergesCustomers?: boolean
}

/** How a command ended when it was not refused. */
export interface Posted {
  /** The key had been posted before: nothing was written now, and only the fields up to `postedAt` are given. */
  readonly replayed: boolean
  readonly groupId: string
  /** The customer's sequence that the group took. */
  readonly customerSequence: bigint
  readonly balanceAfter: Points
  readonly postedAt: Date
  readonly group?: EntryGroup
  readonly purchase?: Purchase
  readonly refund?: Refund
  /** The hold that the group made or closed. */
  readonly hold?: Hold
}

export interface PostOptions {
  /** A command that is still queued when it fires is dropped; one already sent is seen through. */
  readonly signal?: AbortSignal
  /** Longest wait for the answer; default 10 000. */
  readonly deadlineMs?: number
}
