import { beforeAll, describe, expect, it } from 'vitest'
import { type RefusingField, refusingFields } from './reachable-refusals.ts'

/** Declared once, for every field: `errors.defaultTypes` of the builder. */
const OF_ALL = 'InvalidInputError'

const BY_TWO_PEOPLE = 'what two people agreed on is not bound by the limit of a day'
const OWN_COALITION = 'the coalition, and the member, of a key that was accepted exist'
const CAUGHT = 'caught on the way'
const ANSWERED = 'is part of the answer'

const FROM_A_DRAFT = 'only a draft is refused for a last day that is past'
const NEWS = 'the letter tells the owner what was done, and what was done stands without it'
const BY_RULES = 'a fund that is too small makes the rule give nothing'
/** What a field leads to and is not answered with, and why. */
const NOT_ANSWERED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  memberAdmit: { NotFoundError: OWN_COALITION },
  customerErase: {
    IdempotencyKeyMismatchError:
      'the key of giving up names the customer and the state it was decided on, which is the whole request',
    NothingDueError: 'that points were spent meanwhile ends in another look at what is left',
  },
  customerEventRecord: { PromoFundShortError: BY_RULES },
  customerFreeze: { FreezeNeedsAdministratorError: 'only what unfreezes is refused so' },
  pilotPlan: { NotFoundError: OWN_COALITION },
  pinCodeCreate: { LetterNotSentError: NEWS },
  bankDetailsSet: { LetterNotSentError: NEWS },
  passkeyRegister: { LetterNotSentError: NEWS },
  passkeyRemove: { LetterNotSentError: NEWS },
  passwordChange: { LetterNotSentError: NEWS },
  totpConfirm: { LetterNotSentError: NEWS },
  pinSetByCode: { LetterNotSentError: NEWS },
  adjustmentApprove: { AwardLimitReachedError: BY_TWO_PEOPLE },
  adjustmentPropose: {
    AdjustmentNotOpenError: 'a twin of a gift is told of at its approval, and an adjustment is no gift',
    PromoFundShortError: 'an adjustment gives nothing out of the promo fund',
  },
  businessDaysSet: { NotFoundError: OWN_COALITION },
  bankStatementImport: {
    NotFoundError: OWN_COALITION,
    PaymentLegClosedError: 'money is matched with open legs alone, in the same transaction',
    PaymentReversedAlreadyError: 'a return takes back payments that stand alone, in the same transaction',
  },
  coalitionWindDown: { NotFoundError: 'members are never deleted' },
  clockAdvance: {
    NotFoundError: OWN_COALITION,
    IdempotencyKeyMismatchError: 'keys of due work are made of what is due',
    HoldNotOpenError: CAUGHT,
    NothingDueError: CAUGHT,
  },
  promoAward: {
    AdjustmentNotOpenError: 'a gift whose twin was booked is answered as it was booked',
    InsufficientPointsError: 'an award only gives points',
  },
  ruleDraft: { NotFoundError: OWN_COALITION },
  tierLadderCreate: { NotFoundError: OWN_COALITION },
  ruleDryRun: {
    PointsShareExceededError: 'a bill that would cost less is replayed with the points that it may take',
  },
  rulePause: { RuleOverError: FROM_A_DRAFT },
  ruleResume: { RuleOverError: FROM_A_DRAFT },
  ruleEnd: { RuleOverError: FROM_A_DRAFT },
  purchaseQuote: { CreditLimitReachedError: ANSWERED },
  purchaseRefund: {
    CustomerHasOpenHoldsError:
      'points that come back to a merged customer go on, and holds were ended by the merge',
  },
  statementLinkCreate: { MemberNotActiveError: 'administrators alone make it, and have no status' },
  statementAccept: { WindowStepNotReadyError: CAUGHT, WindowStepOutOfOrderError: CAUGHT },
  visitRecord: { PromoFundShortError: BY_RULES },
  earnCodeIssue: { NotFoundError: OWN_COALITION },
  earnCodeClaim: {
    ReceiptAlreadyUsedError: 'the code is answered as used',
    FiscalReceiptUsedError: 'a code names no fiscal receipt',
    ...Object.fromEntries(
      [
        ...['ConfirmationExpired', 'ConfirmationInvalid', 'ConfirmationRequired', 'ConfirmationUnavailable'],
        ...['CustomerFrozen', 'InsufficientPoints', 'PointsShareExceeded', 'PriceChanged'],
        ...['SpendingLimitReached', 'VoucherNotUsable'],
      ].map((name) => [`${name}Error`, 'a code spends no points, uses no voucher and was told no price']),
    ),
  },
  receiptClaimConfirm: Object.fromEntries(
    [
      ...['ConfirmationExpired', 'ConfirmationInvalid', 'ConfirmationRequired', 'ConfirmationUnavailable'],
      ...['CustomerFrozen', 'InsufficientPoints', 'PointsShareExceeded', 'PriceChanged'],
      ...['SpendingLimitReached', 'VoucherNotUsable'],
    ].map((name) => [`${name}Error`, 'a claim spends no points, uses no voucher and was told no price']),
  ),
  receiptClaimMake: { SaleTooLateError: 'the receipt is answered as too old' },
  receiptClaimDecline: {
    IdempotencyKeyMismatchError:
      'where the key of the yes stands for another request, the claim is free for the no',
  },
  lateSalesRecord: {
    FiscalReceiptUsedError: 'rows of a file name no fiscal receipts',
    VoucherNotUsableError: 'rows of a file name no vouchers',
    ConfirmationExpiredError: ANSWERED,
    ConfirmationInvalidError: ANSWERED,
    ConfirmationRequiredError: ANSWERED,
    ConfirmationUnavailableError: ANSWERED,
    CreditLimitReachedError: ANSWERED,
    CustomerClosedError: ANSWERED,
    CustomerFrozenError: ANSWERED,
    IdempotencyKeyMismatchError: ANSWERED,
    InsufficientPointsError: ANSWERED,
    PointsShareExceededError: ANSWERED,
    PriceChangedError: 'a sale of a file says nothing of what its customer was told',
    ReceiptAlreadyUsedError: ANSWERED,
    SaleBeforeJoiningError: ANSWERED,
    SaleNeedsApprovalError: ANSWERED,
    SaleTooLateError: ANSWERED,
    SpendingLimitReachedError: ANSWERED,
  },
}

let fields: readonly RefusingField[]
beforeAll(() => {
  fields = refusingFields()
})

const without = (names: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...names].filter((name) => name !== OF_ALL && !others.has(name)).sort()

describe('the union of each mutation', () => {
  it('is read from the sources: all of them', () => {
    expect(fields.length).toBeGreaterThanOrEqual(50)
    const sale = fields.find(({ name }) => name === 'purchaseRecord')
    expect(sale?.reachable).toContain('InsufficientPointsError')
    expect(sale?.reachable).toContain('SaleTooLateError')
  })

  it('has every refusal that its verb can throw, but for those that end on the way', () => {
    const undeclared = fields.flatMap(({ name, declared, reachable }) => {
      const missing = without(reachable, declared)
      return missing.length > 0 ? [[name, missing]] : []
    })
    const explained = Object.entries(NOT_ANSWERED).map(([name, reasons]) => [
      name,
      Object.keys(reasons).sort(),
    ])
    expect(Object.fromEntries(undeclared)).toEqual(Object.fromEntries(explained))
  })

  it('has no refusal that its verb cannot throw', () => {
    const idle = fields.flatMap(({ name, declared, reachable }) =>
      without(declared, reachable).map((refusal) => `${name}: ${refusal}`),
    )
    expect(idle).toEqual([])
  })
})
