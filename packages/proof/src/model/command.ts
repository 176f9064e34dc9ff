/** A line of a bill to be sent. */
export interface LineToSell {
  readonly ref: string
  readonly totalMinor: bigint
}
/** A line of a purchase to be refunded; null for all that is left of it. */
export interface LineToRefund {
  readonly ref: string
  readonly amountMinor: bigint | null
}

/** A command that moves points, with its idempotency key. Ids are raw UUIDs, amounts points or minor units. */
export type KeyedCommand =
  | {
      readonly verb: 'purchaseRecord'
      readonly memberId: string
      readonly customerId: string
      readonly receiptRef: string
      readonly totalMinor: bigint
      readonly points: bigint
      readonly lines: readonly LineToSell[]
      /** Milliseconds; null for now. */
      readonly occurredAt: number | null
      readonly key: string
    }
  | {
      readonly verb: 'holdCreate'
      readonly memberId: string
      readonly customerId: string
      readonly orderRef: string
      readonly billMinor: bigint
      readonly points: bigint
      /** Null for the terms' time-out. */
      readonly ttlSeconds: number | null
      /** Points that the customer's own token may hold; null when the member's server asks. */
      readonly tokenCap: bigint | null
      readonly key: string
    }
  | {
      readonly verb: 'holdCapture'
      readonly memberId: string
      readonly holdId: string
      readonly receiptRef: string
      readonly totalMinor: bigint
      /** Null for as many as the bill may take. */
      readonly points: bigint | null
      readonly lines: readonly LineToSell[]
      /** Milliseconds; null for now. */
      readonly occurredAt: number | null
      readonly key: string
    }
  | { readonly verb: 'holdVoid'; readonly memberId: string; readonly holdId: string; readonly key: string }
  | {
      readonly verb: 'purchaseRefund'
      readonly memberId: string
      readonly purchaseId: string
      /** At most one of amount and lines; neither for all that is left. */
      readonly amountMinor: bigint | null
      readonly lines: readonly LineToRefund[] | null
      readonly key: string
    }
  | {
      readonly verb: 'promoAward'
      /** The member that gives, or the coalition for an administrator. */
      readonly scopeId: string
      readonly customerId: string
      readonly points: bigint
      /** None: the promo fund pays. */
      readonly payers: readonly { readonly memberId: string; readonly share: number }[]
      readonly expiresInDays: number | null
      readonly key: string
    }
  | {
      readonly verb: 'adjustmentPropose'
      readonly memberId: string
      readonly customerId: string
      /** Above 0 given, below 0 taken back. */
      readonly points: bigint
      readonly key: string
    }
  | {
      readonly verb: 'pointsTransfer'
      readonly memberId: string
      readonly customerId: string
      readonly toId: string
      readonly points: bigint
      readonly key: string
    }
  | {
      readonly verb: 'customerMerge'
      readonly scopeId: string
      readonly customerId: string
      readonly intoId: string
      readonly key: string
    }
  | {
      readonly verb: 'receivableWriteOff'
      readonly scopeId: string
      readonly memberId: string
      readonly amountMicros: bigint
      readonly key: string
    }

/** A command without a key. */
export type PlainCommand =
  | { readonly verb: 'enrol'; readonly memberId: string; readonly phone: string }
  | {
      readonly verb: 'quote'
      readonly memberId: string
      readonly customerId: string
      readonly totalMinor: bigint
      readonly points: bigint
    }
  | { readonly verb: 'readWallet'; readonly customerId: string }
  | {
      readonly verb: 'householdJoin'
      readonly memberId: string
      readonly customerId: string
      readonly withId: string
    }
  | { readonly verb: 'memberSuspend' | 'memberReinstate' | 'memberClose'; readonly memberId: string }
  /** The clock moves and nobody does the work that falls due. */
  | { readonly verb: 'wait'; readonly seconds: number }
  | { readonly verb: 'advanceClock'; readonly seconds: number }
  | { readonly verb: 'releaseDueHolds' }
  | { readonly verb: 'expireDueLots' }

export type Command = KeyedCommand | PlainCommand

/** The command of one verb. */
export type Asked<Verb extends Command['verb']> = Command & { readonly verb: Verb }

/** One piece of due work that was found in the books instead of being sent. */
export type DueWork =
  | { readonly verb: 'timeOut'; readonly holdId: string }
  | { readonly verb: 'expire'; readonly customerId: string }

/** What only the machine can know: the instant it decided at, and the ids it drew. */
export interface Facts {
  /** Milliseconds. */
  readonly now: number
  /** Of the purchase, hold, refund or customer made. */
  readonly id: string
  readonly lotId: string
  /** Lots that the command made besides: of a promo's payers, or mirrored from another customer's. */
  readonly lots?: readonly LotFact[]
}

/** A lot as it was when it was made. `expiresAt` is Infinity for never. */
export interface LotFact {
  readonly id: string
  readonly issuerId: string
  readonly termsId: string
  readonly issuedAt: number
  readonly activatesAt: number
  readonly expiresAt: number
  readonly amount: bigint
}

/** The name and scope under which a key is kept. */
export function keyName(command: KeyedCommand): string {
  const byCustomer = command.verb === 'holdCreate' && command.tokenCap !== null
  const scope = 'scopeId' in command ? command.scopeId : command.memberId
  return `${scope}${byCustomer ? `/${command.customerId}` : ''} ${command.verb} ${command.key}`
}

/** What the key stands for: everything but itself, and but the token, which is no part of the request. */
export function bodyOf(command: KeyedCommand): string {
  const { key: _, ...body } = { ...command, tokenCap: null }
  return JSON.stringify(body, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
}
