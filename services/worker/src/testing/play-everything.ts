import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import {
  advanceClock,
  awardPromo,
  captureHold,
  createHold,
  enrolCustomer,
  eraseCustomer,
  giveExitNotice,
  leaveHousehold,
  mergeCustomers,
  proposeAdjustment,
  proposeTerms,
  publishConsentText,
  recordConsent,
  recordPayment,
  recordPurchase,
  refundPurchase,
  reinstateMember,
  reversePayment,
  setBusinessDays,
  suspendMember,
  voidHold,
  windDownCoalition,
  withdrawConsent,
  withdrawExitNotice,
} from '@artel/use-cases'
import {
  aCoalition,
  aHold,
  approvedWindow,
  aSale,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  colleagueOf,
  ISSUE_FUNDED_TERMS,
  joinWithCodes,
  keyed,
  paidInFull,
  roubles,
  transferWithCode,
} from '@artel/use-cases/testing'

const YEAR_MS = 366 * 86_400_000

/** A town in which a bit of everything has happened: sales, holds, gifts, a settled window, comings and goings. */
export async function playEverything(store: Store): Promise<BuiltCoalition> {
  const { town, treasurer, legOf } = await approvedWindow(store)
  const { context: wash } = town.member('wash')
  const cafe = town.member('cafe')
  const anna = town.customer('Anna')
  const { customer: boris } = await enrolCustomer(wash, {
    ...{ name: 'Boris', phone: '+79120000002', consentVersion: '1' },
  })
  const { customer: twin } = await enrolCustomer(wash, { name: 'Boris', consentVersion: '1' })
  const { purchase } = await recordPurchase(wash, aSale(anna))
  await refundPurchase(wash, { purchase: { id: purchase.id }, amount: roubles(100), reason: 'x', ...keyed() })
  const five = { points: points(5n) }
  const { hold: kept } = await createHold(wash, aHold(anna, five))
  await captureHold(wash, { holdId: kept.id, receiptRef: 'captured', total: roubles(100), ...keyed() })
  const { hold: released } = await createHold(wash, aHold(anna, five))
  await voidHold(wash, { holdId: released.id, ...keyed() })
  await awardPromo(wash, { customer: { id: anna.id }, points: points(7n), payers: null, ...keyed() })
  const payers = [
    { memberId: town.member('wash').id, share: 1 },
    { memberId: cafe.id, share: 1 },
  ]
  await awardPromo(town.adminContext, { customer: { id: anna.id }, points: points(8n), payers, ...keyed() })
  const manager = await colleagueOf(wash)
  for (const given of [9n, 900_000n])
    await proposeAdjustment(manager, {
      ...{ customer: { id: anna.id }, points: points(given), kind: 'GOODWILL', reason: 'x' },
      ...keyed(),
    })
  await joinWithCodes(wash, { customer: { id: boris.id }, with: { id: anna.id } })
  await transferWithCode(wash, {
    ...{ from: { id: anna.id }, to: { id: boris.id }, points: points(3n) },
    ...keyed(),
  })
  await leaveHousehold(wash, { customer: { id: boris.id } })
  await mergeCustomers(town.adminContext, { customer: { id: twin.id }, into: { id: boris.id }, ...keyed() })
  await agreeAndForget(town)
  const { payment } = await recordPayment(treasurer, {
    ...{ legId: legOf('parts').id, amountMinor: minor(100n), paidOn: '2026-11-29' },
    ...keyed(),
  })
  await reversePayment(treasurer, { paymentId: payment.id, reason: 'x', ...keyed() })
  await paidInFull(town, treasurer, 1)
  await setBusinessDays(town.adminContext, { year: 2027, days: [] })
  await suspendMember(town.adminContext, { memberId: cafe.id })
  await reinstateMember(town.adminContext, { memberId: cafe.id })
  await giveExitNotice(cafe.context, { reason: 'x' })
  await withdrawExitNotice(cafe.context, { reason: 'x' })
  const startsAt = new Date(Date.now() + YEAR_MS)
  await proposeTerms(town.adminContext, { startsAt, terms: BURN_FUNDED_TERMS, ...keyed() })
  await windDownCoalition(town.adminContext, { reason: 'x' })
  return town
}

/** Somebody who agreed, thought better of it, and is gone. */
async function agreeAndForget({ adminContext, ...town }: BuiltCoalition): Promise<void> {
  const { context } = town.member('wash')
  const { customer } = await enrolCustomer(context, { name: 'Clara', consentVersion: '1' })
  const text = {
    purpose: 'MARKETING_SMS',
    version: '1',
    textEn: 'Write to me.',
    textRu: 'Пишите мне.',
  } as const
  await publishConsentText(adminContext, text)
  const consent = { purpose: text.purpose, textVersion: '1', source: 'PAPER' } as const
  await recordConsent(context, { customer: { id: customer.id }, consent })
  await withdrawConsent(context, { customer: { id: customer.id }, purpose: text.purpose, source: 'PHONE' })
  await eraseCustomer(adminContext, { customerId: customer.id, reason: 'CUSTOMER_REQUEST' })
}

/** A town whose promo fund has given points, is asked for many more, and had some of them taken back: in nobody's name. */
export async function playPromoFund(store: Store): Promise<BuiltCoalition> {
  const toFund = { breakageIssuerBps: 0, breakagePromoFundBps: 10_000, breakageOperatorBps: 0 }
  const terms = { ...ISSUE_FUNDED_TERMS, ...toFund, expiryMonths: 1 }
  const town = await aCoalition({ terms }).withMember('wash').withCustomer('Anna').open(store)
  const customer = { id: town.customer('Anna').id }
  const sale = aSale(town.customer('Anna'), { total: roubles(20_000) })
  await recordPurchase(town.member('wash').context, sale)
  await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
  const give = (given: bigint) =>
    awardPromo(town.adminContext, { customer, points: points(given), fromPromoFund: true, ...keyed() })
  const { entries } = await give(50n)
  await give(900_000n)
  await proposeAdjustment(town.adminContext, {
    ...{ customer, points: points(-20n), kind: 'CORRECTION', reason: 'x' },
    ...{ correctsEntryId: entries[0]?.id ?? null, ...keyed() },
  })
  return town
}
