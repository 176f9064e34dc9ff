import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey, RECORD, roubles } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const USER_ERROR = '... on UserError { __typename code message path docUrl retryable }'
const PROPOSE = `mutation ($input: TermsProposeInput!) { termsPropose(input: $input) {
  __typename ... on TermsProposePayload { replayed terms { id version contractHash creditLimit lateDays windowKind } } ${USER_ERROR} } }`
const WITHDRAW = `mutation ($input: TermsWithdrawInput!) { termsWithdraw(input: $input) {
  __typename ... on TermsWithdrawPayload { terms { version } } ... on TermsNotOpenError { reason } ${USER_ERROR} } }`
const ACCEPT = `mutation ($input: TermsAcceptInput!) { termsAccept(input: $input) {
  __typename ... on TermsAcceptPayload { terms { version } } ${USER_ERROR} } }`
const VERSIONS = `{ coalition { termsVersions { standing terms { version } overrides { segment creditLimit }
  acceptances { acceptedBy contractHash member { handle } } missing { handle } } } }`
const NOTICE = `mutation ($input: MemberExitNoticeInput!) { memberExitNotice(input: $input) {
  __typename ... on MemberExitNoticePayload { member { status } } ${USER_ERROR} } }`
const STAY = `mutation ($input: MemberExitWithdrawInput!) { memberExitWithdraw(input: $input) {
  __typename ... on MemberExitWithdrawPayload { withdrawnAt member { status } } ... on ExitNoticeStandsError { because } ${USER_ERROR} } }`
const STATE = `mutation ($input: MemberExitEstimateInput!) { memberExitEstimate(input: $input) {
  __typename ... on MemberExitEstimatePayload { replayed estimate { estimateNo points lotCount liability { amountMicros rounded { amountMinor } } lots { points liability { amountMicros } } } } ${USER_ERROR} } }`
const GUARANTEE = `mutation ($input: MemberExitGuaranteeInput!) { memberExitGuarantee(input: $input) {
  __typename ... on MemberExitGuaranteePayload { replayed guarantee { kind amount { amountMicros } } } ${USER_ERROR} } }`
const CLOSE = `mutation ($input: MemberStatusInput!) { memberClose(input: $input) {
  __typename ... on MemberPayload { member { status } }
  ... on MemberExitIncompleteError { missing guaranteeNeeded { amountMicros } redemptionEndsAt } ${USER_ERROR} } }`
const EXIT =
  'query ($id: ID!) { member(id: $id) { status exit { missing points guarantees { reference } } } }'
const APPROVE = `mutation ($input: SaleApproveInput!) { creditSaleApprove(input: $input) {
  __typename ... on SaleApprovePayload { approval { ground isApproved receiptRef member { handle } } } ${USER_ERROR} } }`
const WAITING = '{ saleApprovals { receiptRef ground isApproved } }'
const WIND_DOWN = `mutation ($input: CoalitionWindDownInput!) { coalitionWindDown(input: $input) {
  __typename ... on CoalitionWindDownPayload { exiting coalition { windDownEndsAt } } ... on CoalitionWindingDownError { endsAt } ${USER_ERROR} } }`
const QUOTE = `query ($input: PurchaseQuoteInput!) { purchaseQuote(input: $input) {
  ... on PurchaseQuote { pointsToEarn earningCredit } ${USER_ERROR} } }`
const AWARD = `mutation ($input: PromoAwardInput!) { promoAward(input: $input) {
  __typename ... on PromoAwardPayload { points } ... on CreditLimitReachedError { owed { amountMicros } limit { amountMicros } } ${USER_ERROR} } }`
const GOODWILL = `mutation ($input: AdjustmentProposeInput!) { adjustmentPropose(input: $input) {
  ... on AdjustmentPayload { balanceAfter adjustment { status } } ${USER_ERROR} } }`
const WRITE_OFF = `mutation ($input: ReceivableWriteOffInput!) { receivableWriteOff(input: $input) {
  __typename ... on ReceivableWriteOffPayload { replayed entryId amount { amountMicros } member { clearingPosition { net { amountMicros } } } }
  ... on WriteOffExceedsReceivableError { owed { amountMicros } } ${USER_ERROR} } }`
const REVALUE = `mutation ($input: TermsRevalueInput!) { termsRevalue(input: $input) { revaluation { isBooked } } }`

const TERMS = {
  reservePrice: '900000',
  issueFee: '100000',
  redeemFee: '20000',
  contractTextEn: 'We agree anew.',
  contractTextRu: 'Согласны снова.',
}

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  const terms = { creditLimit: 5_000_000n, creditPolicy: 'PENDING_APPROVAL' } as never
  town = await aCoalition({ terms })
    .withMember('wash', { inPerson: true })
    .withMember('parts')
    .withCustomer('Anna')
    .open(api.store)
})
afterAll(() => api.stop())

const asAdmin = (query: string, input?: object) => api.call(query, { input }, { key: town.adminKey })
const as = (handle: string, query: string, input?: object) =>
  api.call(query, { input }, { key: town.member(handle).apiKey })
const idOf = (handle: string) => encodePublicId('member', town.member(handle).id)
const selling = (receiptRef: string) =>
  as('wash', RECORD, {
    customer: { id: encodePublicId('customer', town.customer('Anna').id) },
    receiptRef,
    total: roubles(1_000),
    idempotencyKey: freshKey(),
  })

test('a version is proposed once per key, accepted by name, and shows who is missing', async () => {
  const input = {
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    terms: { ...TERMS, lateDays: 3, windowKind: 'HALF_MONTH' },
    overrides: [{ segment: 'LARGE', creditLimit: '7000000' }],
    idempotencyKey: freshKey(),
  }
  const { data } = await asAdmin(PROPOSE, input)
  expect(data.termsPropose).toMatchObject({
    replayed: false,
    terms: { version: 2, creditLimit: null, lateDays: 3, windowKind: 'HALF_MONTH' },
  })
  const { id: termsId, contractHash } = data.termsPropose.terms
  const again = await asAdmin(PROPOSE, input)
  expect(again.data.termsPropose).toMatchObject({ replayed: true, terms: { id: termsId } })
  const accepted = await as('wash', ACCEPT, { termsId, contractHash, acceptedBy: 'I. Petrov, director' })
  expect(accepted.data.termsAccept.terms.version).toBe(2)
  const { data: read } = await as('parts', VERSIONS)
  expect(read.coalition.termsVersions[0]).toEqual({
    standing: 'PROPOSED',
    terms: { version: 2 },
    overrides: [{ segment: 'LARGE', creditLimit: '7000000' }],
    acceptances: [{ acceptedBy: 'I. Petrov, director', contractHash, member: { handle: 'wash' } }],
    missing: [{ handle: 'parts' }],
  })
  expect(read.coalition.termsVersions[1].standing).toBe('IN_FORCE')

  const withdrawn = await asAdmin(WITHDRAW, { termsId })
  expect(withdrawn.data.termsWithdraw.terms.version).toBe(2)
  const late = await as('parts', ACCEPT, { termsId, contractHash, acceptedBy: 'The director' })
  expect(late.data.termsAccept).toMatchObject({ __typename: 'TermsNotOpenError', code: 'TERMS_NOT_OPEN' })
  const inForce = await asAdmin(WITHDRAW, { termsId: encodePublicId('terms', town.terms.id) })
  expect(inForce.data.termsWithdraw).toMatchObject({ reason: 'IN_FORCE' })
})

test('a sale above the credit limit waits for the coalition, and no member may approve it', async () => {
  expect((await selling('R-1')).data.purchaseRecord.purchase.pointsEarned).toBe('50')
  const bill = { memberId: idOf('wash'), total: roubles(1_000) }
  expect((await as('wash', QUOTE, bill)).data.purchaseQuote).toEqual({
    ...{ pointsToEarn: '50', earningCredit: 'NEEDS_APPROVAL' },
  })
  expect((await as('parts', QUOTE, bill)).data.purchaseQuote.earningCredit).toBeNull()
  expect((await selling('big')).data.purchaseRecord.code).toBe('SALE_NEEDS_APPROVAL')
  expect((await asAdmin(WAITING)).data.saleApprovals).toEqual([
    { receiptRef: 'big', ground: 'CREDIT', isApproved: false },
  ])
  const yes = { memberId: idOf('wash'), receiptRef: 'big', reason: 'A good customer' }
  expect((await as('wash', APPROVE, yes)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await as('wash', WAITING)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await asAdmin(APPROVE, yes)).data.creditSaleApprove.approval).toEqual({
    ...{ ground: 'CREDIT', isApproved: true, receiptRef: 'big' },
    member: { handle: 'wash' },
  })
  expect((await selling('big')).data.purchaseRecord.purchase.receiptRef).toBe('big')
})

test('a member gives no promo points above the limit, and its goodwill waits for the coalition', async () => {
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const gift = { customer, points: '1', idempotencyKey: freshKey() }
  expect((await as('wash', AWARD, gift)).data.promoAward).toMatchObject({
    ...{ __typename: 'CreditLimitReachedError', owed: { amountMicros: '10000000' } },
    limit: { amountMicros: '5000000' },
  })
  const goodwill = { ...gift, kind: 'GOODWILL', reason: 'A long wait', idempotencyKey: freshKey() }
  expect((await as('wash', GOODWILL, goodwill)).data.adjustmentPropose).toEqual({
    ...{ balanceAfter: null, adjustment: { status: 'PROPOSED' } },
  })
})

test('what a member owes is given up by the administrator alone, once a key, and never more', async () => {
  const input = { memberId: idOf('wash'), amountMicros: '4000000', idempotencyKey: freshKey() }
  expect((await as('wash', WRITE_OFF, input)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  const { data } = await asAdmin(WRITE_OFF, input)
  expect(data.receivableWriteOff).toMatchObject({
    ...{ replayed: false, entryId: expect.stringMatching(/^ent_/), amount: { amountMicros: '4000000' } },
    member: { clearingPosition: { net: { amountMicros: '6000000' } } },
  })
  const again = await asAdmin(WRITE_OFF, input)
  expect(again.data.receivableWriteOff).toEqual({ ...data.receivableWriteOff, replayed: true })
  const other = await asAdmin(WRITE_OFF, { ...input, amountMicros: '1' })
  expect(other.data.receivableWriteOff.code).toBe('IDEMPOTENCY_KEY_MISMATCH')
  const more = await asAdmin(WRITE_OFF, { ...input, amountMicros: '6000001', idempotencyKey: freshKey() })
  expect(more.data.receivableWriteOff).toMatchObject({
    ...{ __typename: 'WriteOffExceedsReceivableError', code: 'WRITE_OFF_EXCEEDS_RECEIVABLE' },
    ...{ path: ['input', 'amountMicros'], owed: { amountMicros: '6000000' } },
  })
  const none = await asAdmin(WRITE_OFF, { ...input, amountMicros: '0', idempotencyKey: freshKey() })
  expect(none.data.receivableWriteOff.code).toBe('INVALID_INPUT')
})

test('a member leaves step by step, and what is missing is named', async () => {
  const notice = await as('wash', NOTICE, { reason: 'We move', redemptionDays: 0 })
  expect(notice.data.memberExitNotice.member.status).toBe('EXITING')
  const memberId = idOf('wash')
  expect((await as('parts', STAY, { memberId, reason: 'No' })).data.memberExitWithdraw.code).toBe('NOT_FOUND')
  const back = await as('wash', STAY, { reason: 'We stay' })
  expect(back.data.memberExitWithdraw).toMatchObject({ member: { status: 'ACTIVE' } })
  expect(back.data.memberExitWithdraw.withdrawnAt).toMatch(/Z$/)
  await asAdmin(NOTICE, { memberId, reason: 'They move', redemptionDays: 0 })
  expect((await as('wash', STAY, { reason: 'Not theirs' })).data.memberExitWithdraw).toMatchObject({
    ...{ __typename: 'ExitNoticeStandsError', code: 'EXIT_NOTICE_STANDS', because: 'GIVEN_BY_COALITION' },
  })
  const early = await asAdmin(CLOSE, { memberId })
  // 100 points at 0.90, and what is left of 10.00 of fees.
  expect(early.data.memberClose).toMatchObject({
    __typename: 'MemberExitIncompleteError',
    missing: ['FINAL_ESTIMATE', 'GUARANTEE'],
    guaranteeNeeded: { amountMicros: '96000000' },
  })
  const stated = await asAdmin(STATE, { memberId, idempotencyKey: freshKey() })
  expect(stated.data.memberExitEstimate.estimate).toMatchObject({
    ...{ estimateNo: 1, points: '100', lotCount: 2 },
    liability: { amountMicros: '90000000', rounded: { amountMinor: '9000' } },
    lots: [{ points: '50' }, { points: '50' }],
  })
  expect((await asAdmin(STAY, { memberId, reason: 'Stay' })).data.memberExitWithdraw.because).toBe(
    'FINAL_ESTIMATE',
  )
  const input = {
    ...{ memberId, kind: 'DEPOSIT', amountMicros: '96000000', reference: 'No. 7' },
    idempotencyKey: freshKey(),
  }
  expect((await as('wash', GUARANTEE, input)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  expect((await asAdmin(GUARANTEE, input)).data.memberExitGuarantee.replayed).toBe(false)
  expect((await asAdmin(GUARANTEE, input)).data.memberExitGuarantee.replayed).toBe(true)
  const seen = { id: memberId }
  const { data: own } = await api.call(EXIT, seen, { key: town.member('wash').apiKey })
  expect(own.member.exit).toEqual({ missing: [], points: '100', guarantees: [{ reference: 'No. 7' }] })
  const { data: others } = await api.call(EXIT, seen, { key: town.member('parts').apiKey })
  expect(others.member).toEqual({ status: 'EXITING', exit: null })
  expect((await asAdmin(CLOSE, { memberId })).data.memberClose.member.status).toBe('CLOSED')
})

test('a coalition ends for all its members, and agrees on nothing any more', async () => {
  expect((await asAdmin(REVALUE, { idempotencyKey: freshKey() })).data.termsRevalue).toEqual({
    revaluation: null,
  })
  const ending = { reason: 'The town has gone', redemptionDays: 30 }
  expect((await as('parts', WIND_DOWN, ending)).errors[0]?.extensions.code).toBe('FORBIDDEN')
  const { data } = await asAdmin(WIND_DOWN, ending)
  expect(data.coalitionWindDown.exiting).toBe(1)
  const proposal = {
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    terms: TERMS,
    idempotencyKey: freshKey(),
  }
  expect((await asAdmin(PROPOSE, proposal)).data.termsPropose.code).toBe('COALITION_WINDING_DOWN')
})
