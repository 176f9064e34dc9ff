/** One side of a payment as Russian banks know it. Accounts have 20 digits, a BIK nine. */
export interface RussianPayer {
  readonly name: string
  readonly inn: string
  /** An organisation has one, a sole proprietor none. */
  readonly kpp?: string
  readonly account: string
  readonly bankName: string
  /** Town of the bank. */
  readonly bankTown?: string
  readonly bik: string
  /** The bank's correspondent account; a department of the Bank of Russia has none. */
  readonly correspondentAccount?: string
}

/** One order of a Russian bank's client to pay. */
export interface PaymentOrder {
  /** Number of the order: digits, at most 6 for most banks. */
  readonly no: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  readonly amountKopecks: bigint
  readonly payer: RussianPayer
  readonly payee: RussianPayer
  /** What the payment is for, at most 210 characters; must carry the reference by which it is matched later. */
  readonly purpose: string
  /** Turn of the payment in the queue of an account without means, 1 to 5. Default 5: settlements with others. */
  readonly priority?: 1 | 2 | 3 | 4 | 5
  /** Unique payment id (field 22), where the payee gave one. */
  readonly code?: string
}
