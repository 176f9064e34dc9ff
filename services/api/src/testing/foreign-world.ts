import { micros, minor, points } from '@artel/ledger'
import {
  addVehicle,
  awardPromo,
  bindReferral,
  captureHold,
  createHold,
  createTierLadder,
  declineReceiptClaim,
  encodePublicId,
  enrolCustomer,
  giveDueOccasions,
  type PublicIdNoun,
  proposeAdjustment,
  proposeTerms,
  publishConsentText,
  readReferrals,
  recordConsent,
  recordPurchase,
  recordVisit,
  refundPurchase,
} from '@artel/use-cases'
import {
  aClaim,
  aCoalition,
  aDrive,
  aHold,
  anEarnCode,
  aReceipt,
  aRunningRule,
  aSale,
  aTreasurer,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  customerAt,
  joinWithCodes,
  keyed,
  stated,
} from '@artel/use-cases/testing'
import type { TestApi } from './test-api.ts'

/** What is written in words of the other member's own; nothing else has it. */
export const FOREIGN = 'FOREIGN'
/** Anna, whom `mine` enrolled and both served. */
export const PERSON = {
  name: 'Vasilisa Premudraya',
  phone: '+79161234567',
  email: 'vasilisa@example.org',
}
/** Vera, whom `other` alone knows. */
export const STRANGER = { phone: '+79169876543', email: 'vera@example.org', birthDate: '1977-07-17' }
/** The plate of the stranger's car. */
export const PLATE = 'A777AA99'

/** What rules of the other member gave: for a friend and for a visit. */
const GIFTS = { friend: 4_321n, visit: 5_432n }
/** Amounts, in minor units or points, that stand in the other member's dealings alone. */
export const AMOUNTS = [
  ...['777777', '888888', '333333', '123456', '666666', '987654321000', '555555', '222222'],
  ...[String(GIFTS.friend), String(GIFTS.visit)],
]

/** A town in which `other` did one of everything, with Anna of `mine`, with Boris and Vera. */
export interface ForeignWorld {
  readonly town: BuiltCoalition
  readonly cardNumber: string
  /** Public ids of what a walk begins at. */
  readonly ids: Readonly<Record<string, string>>
  /** Public ids of what the other member did, by noun. */
  readonly foreign: readonly (readonly [noun: PublicIdNoun, id: string])[]
}

export async function foreignWorld(api: TestApi): Promise<ForeignWorld> {
  const town = await aCoalition()
    .withMember('mine')
    .withMember('other')
    .withCustomer('Boris', { at: 'other', email: 'boris@example.com' })
    .withCustomer('Vera', { at: 'other', ...STRANGER })
    .withCustomer('Galina', { at: 'other' })
    .withCustomer('Fyodor', { at: 'other' })
    .open(api.store)
  const { customer, card } = await enrolCustomer(town.member('mine').context, {
    ...{ ...PERSON, consentVersion: '2026-01' },
  })
  const anna = { id: customer.id }
  const ids: Record<string, string> = {
    ...{ anna: encodePublicId('customer', anna.id), mine: encodePublicId('member', town.member('mine').id) },
    ...{ boris: publicCustomer(town, 'Boris'), vera: publicCustomer(town, 'Vera') },
    other: encodePublicId('member', town.member('other').id),
    ...(await dealingsOfMine(town, anna)),
    captured: await dealingsOfOther(town, anna),
  }
  await growthOfOther(town, anna)
  await joinWithCodes(town.adminContext, { customer: anna, with: { id: town.customer('Boris').id } })
  await individualTerms(town)
  await stated(aTreasurer(town), 1)
  const foreign = Object.entries(await foreignRows(town)).flatMap(([noun, rows]) =>
    rows.map(({ id }) => [noun as PublicIdNoun, encodePublicId(noun as PublicIdNoun, id)] as const),
  )
  return { town, cardNumber: card.number, ids, foreign }
}

const publicCustomer = (town: BuiltCoalition, name: string) =>
  encodePublicId('customer', town.customer(name).id)

async function dealingsOfMine(town: BuiltCoalition, anna: { id: string }) {
  const { context } = town.member('mine')
  const { purchase } = await recordPurchase(context, aSale(anna, { total: rub(2_000_000n) }))
  const { hold } = await createHold(context, aHold(anna))
  await proposeAdjustment(context, {
    ...{ customer: anna, points: points(7n), kind: 'GOODWILL', reason: 'A kindness' },
    ...keyed(),
  })
  return { purchase: encodePublicId('purchase', purchase.id), hold: encodePublicId('hold', hold.id) }
}

const rub = (kopecks: bigint) => ({ amountMinor: minor(kopecks), currency: 'RUB' })

/** One of everything at the other member, also with points that the first one issued. Returns a hold that was captured. */
async function dealingsOfOther(town: BuiltCoalition, anna: { id: string }): Promise<string> {
  const { context } = town.member('other')
  const boris = town.customer('Boris')
  const of = (kopecks: bigint, name: string) => ({ total: rub(kopecks), receiptRef: `${FOREIGN}-${name}` })
  const { purchase } = await recordPurchase(context, aSale(anna, of(777_777n, 'R1')))
  const lines = [{ ref: `${FOREIGN}-L`, title: `${FOREIGN} title`, total: rub(888_888n) }]
  await recordPurchase(context, aSale(boris, { ...of(888_888n, 'R2'), lines }))
  await recordPurchase(context, aSale(anna, { ...of(333_333n, 'R3'), points: points(77n) }))
  await refundPurchase(context, {
    ...{ purchase: { id: purchase.id }, amount: rub(123_456n), reason: `${FOREIGN} reason` },
    ...keyed(),
  })
  const held = { points: points(55n), bill: rub(666_666n) }
  await createHold(context, aHold(anna, { ...held, orderRef: `${FOREIGN}-O1` }))
  const { hold } = await createHold(context, aHold(anna, { ...held, orderRef: `${FOREIGN}-O2` }))
  await captureHold(context, { holdId: hold.id, ...of(666_666n, 'R4'), ...keyed() })
  await awardPromo(context, { customer: anna, points: points(131n), ...keyed() })
  await proposeAdjustment(context, {
    ...{ customer: anna, points: points(9n), kind: 'GOODWILL', reason: `${FOREIGN} goodwill` },
    ...keyed(),
  })
  return encodePublicId('hold', hold.id)
}

/** What brings customers, at the other member: a vehicle, friends, a visit, vouchers, a consent, a receipt, an earn code and tiers. */
async function growthOfOther(town: BuiltCoalition, anna: { id: string }): Promise<void> {
  const { context } = town.member('other')
  const vera = town.customer('Vera')
  await createTierLadder(town.adminContext, {
    ...{ measure: 'SPEND', windowDays: 90, graceDays: 30 },
    tiers: [
      { name: { en: 'Silver', ru: 'Серебро' }, spend: rub(100_000n) },
      { name: { en: 'Gold', ru: 'Золото' }, spend: rub(100_000_000n) },
    ],
  })
  await addVehicle(context, { customer: { id: vera.id }, plate: PLATE, make: `${FOREIGN} make` })
  await rulesOfOther(town)
  const codes = await readReferrals(town.store, town.id, [vera.id, anna.id])
  const friends = [
    [vera, 'Galina'],
    [anna, 'Fyodor'],
  ] as const
  for (const [{ id }, friend] of friends) {
    const code = codes.get(id)?.code ?? ''
    await bindReferral(context, { code, customer: { id: town.customer(friend).id } })
    await recordPurchase(context, aSale(town.customer(friend)))
  }
  while ((await giveDueOccasions(operator(town), { coalitionId: town.id, limit: 100 })).more);
  await recordVisit(context, { customer: { id: anna.id }, ...keyed() })
  // With a voucher of the other member's alone, and one that both take.
  for (const customer of [anna, vera]) await recordPurchase(context, aSale(customer))
  await publishConsentText(town.adminContext, {
    ...{ purpose: 'MARKETING_SMS', version: '1', textEn: 'Messages.', textRu: 'Сообщения.' },
  })
  await recordConsent(context, {
    customer: anna,
    consent: { purpose: 'MARKETING_SMS', textVersion: '1', source: 'PAPER', proof: `${FOREIGN} form` },
  })
  await claimsAtOther(town)
}

const operator = ({ store }: BuiltCoalition) => ({ store, principal: { kind: 'operator' } }) as const

async function rulesOfOther(town: BuiltCoalition): Promise<void> {
  const gift = (given: bigint) => ({ give: [{ kind: 'POINTS_FIXED' as const, points: points(given) }] })
  await aRunningRule(town, 'other', {
    ...{ when: { on: 'REFERRER', minTotalMinor: minor(1n) }, ...gift(GIFTS.friend) },
  })
  await aRunningRule(town, 'other', { when: { on: 'VISIT' }, ...gift(GIFTS.visit) })
  const both = [town.member('mine').id, town.member('other').id]
  for (const at of [[both[1] ?? ''], both]) {
    const off = { kind: 'DISCOUNT_FIXED' as const, amountMinor: minor(10_000n) }
    const limits = { perPurchasePoints: null, perCustomer: null }
    await aRunningRule(town, 'other', {
      give: [{ kind: 'VOUCHER', at, validDays: 14, off }],
      limits: { ...limits, budget: { unit: 'VOUCHERS', vouchers: 10, per: 'RULE' } },
    })
  }
}

/** A receipt that Boris claimed with a token of the other member, and a code of it that nobody claimed. */
async function claimsAtOther(town: BuiltCoalition): Promise<void> {
  const drive = await aDrive(town, 'other')
  const customer = customerAt(town, 'Boris', 'other')
  const { receiptClaim } = await aClaim(customer, aReceipt(drive.fn, { s: '5555.55' }))
  await declineReceiptClaim(town.member('other').context, { id: receiptClaim.id, reason: `${FOREIGN} no` })
  await anEarnCode(town, { receiptRef: `${FOREIGN}-E`, total: rub(222_222n) }, 'other')
}

/** A version that is another one for the other member alone. */
async function individualTerms(town: BuiltCoalition): Promise<void> {
  await proposeTerms(town.adminContext, {
    startsAt: new Date(Date.now() + 86_400_000),
    terms: BURN_FUNDED_TERMS,
    overrides: [{ memberId: town.member('other').id, creditLimit: micros(987_654_321_000n) }],
    ...keyed(),
  })
}

async function foreignRows(town: BuiltCoalition) {
  const { prisma } = town.store
  const { id: memberId } = town.member('other')
  const where = { coalitionId: town.id, memberId }
  // One that `mine` takes too is for it to see.
  const isOthersAlone = { definition: { not: { contains: town.member('mine').id } } }
  const versions = await prisma.ruleVersion.findMany({ where: { coalitionId: town.id, ...isOthersAlone } })
  const versionId = { in: versions.map(({ id }) => id) }
  return {
    purchase: await prisma.purchase.findMany({ where }),
    refund: await prisma.refund.findMany({ where }),
    hold: await prisma.hold.findMany({ where }),
    lot: await prisma.lot.findMany({ where: { coalitionId: town.id, issuerId: memberId } }),
    adjustment: await prisma.adjustment.findMany({ where }),
    statement: await prisma.statement.findMany({ where }),
    terms: await prisma.terms.findMany({ where }),
    voucher: await prisma.voucher.findMany({ where: { ...where, versionId } }),
    earnCode: await prisma.earnCode.findMany({ where }),
    receiptClaim: await prisma.receiptClaim.findMany({ where }),
  }
}
