import { type Artel, createArtel } from '@artel/sdk'
import type { DemoRecord } from '../start/demo-record.ts'
import { visitAutoService } from './auto-service-visit.ts'
import { browse } from './browse.ts'
import { clearingPositions, movedBy } from './clearing-positions.ts'
import { expectFigures } from './expect-figures.ts'
import { NEWCOMER } from './newcomer.ts'
import { visitPartsShop } from './parts-shop-visit.ts'
import type { Report } from './report.ts'

const roubles = (whole: number) => ({ amountMinor: `${whole}00`, currency: 'RUB' })

/**
 * The main story, with every figure worked out by hand for R = 0.90, issue fee 0.10, redeem fee 0.02, no deposit, half of
 * a bill payable in points, 3 % at the wash (W), 5 % at the service (S), 4 % at the parts shop (P):
 *
 * | step | points | W owes | S owes | P owes |
 * |---|---|---|---|---|
 * | pays W 60 000 | +1800 | 180.00 | | |
 * | S: 1800 held on 8600; final bill 3200 takes half, 1600; 200 go back; earns on 1600 | -1600 +80 | 1440.00 | -1408.00 +8.00 | |
 * | P: two discs 7500 and a filter 690, 200 in points (W's, expiring first); earns on 7990 | -200 +319 | 180.00 | | -176.00 +31.90 |
 * | P takes the filter back, 690 of 8190: 16 of 200 back to W's lot, 26 of 319 undone | +16 -26 | -14.40 | | 14.08 -2.60 |
 * | sum | 389 | 1785.60 | -1400.00 | -132.62 |
 */
export async function playStory(report: Report, record: DemoRecord): Promise<void> {
  const wash = createArtel({ url: record.graphql, apiKey: record.keys.members.blesk })
  const before = await clearingPositions(record)
  const customer = await report.step('the newcomer earns at the car wash', () => earnAtTheWash(wash))
  await report.step('at the auto service she holds points, the final bill takes fewer', () =>
    payAtTheAutoService(record, customer),
  )
  await report.step('the parts shop sells and takes one line back', () => buyAndReturnParts(record, customer))
  await report.step('points and money are as worked out by hand', async () => {
    const wallet = (await wash.customers.get(customer.id))?.wallet
    expectFigures('her wallet', { balance: String(wallet?.balance) }, { balance: '389' })
    const moved = movedBy(before, await clearingPositions(record))
    report.figure('positionsMovedRub', moved)
    expectFigures('clearing positions', moved, {
      blesk: '1785.60',
      'motor-yard': '-1400.00',
      kolenval: '-132.62',
    })
    const coverage = await createArtel({
      url: record.graphql,
      apiKey: record.keys.admin,
    }).coalition.coverage()
    report.figure('outstandingPoints', coverage.outstandingPoints)
    if (!coverage.covered) throw new Error('outstanding points are not covered')
  })
}

async function earnAtTheWash(wash: Artel): Promise<{ id: string }> {
  const customer = await wash.customers.find({ phone: NEWCOMER.phone })
  if (!customer) throw new Error('the newcomer is not found by her phone')
  const { purchase, balanceAfter } = await wash.purchases
    .record({
      customer: { phone: NEWCOMER.phone },
      receiptRef: 'CHECK-1',
      total: roubles(60_000),
      idempotencyKey: 'check-1',
    })
    .unwrap()
  const read = { earned: String(purchase.pointsEarned), balance: String(balanceAfter) }
  expectFigures('at the wash', read, { earned: '1800', balance: '1800' })
  return customer
}

async function payAtTheAutoService(record: DemoRecord, customer: { id: string }): Promise<void> {
  const receipt = await browse((page) =>
    visitAutoService(page, {
      site: record.sites['motor-yard'],
      customerId: customer.id,
      estimate: ['oil', 'brakes'],
      done: ['oil'],
      points: 1800,
    }),
  )
  expectFigures(
    'on the receipt of the auto service',
    { ...receipt },
    { bill: '3200', pointsPart: '1600', moneyPart: '1600', released: '200', earned: '80', balance: '280' },
  )
}

async function buyAndReturnParts(record: DemoRecord, customer: { id: string }): Promise<void> {
  const receipt = await browse((page) =>
    visitPartsShop(page, {
      site: record.sites.kolenval,
      customerId: customer.id,
      cart: { 'BD-2801': 2, 'MF-2140': 1 },
      points: 200,
      bringsBack: 'MF-2140',
    }),
  )
  expectFigures(
    'at the parts shop',
    { ...receipt },
    { pointsPart: '200', moneyPart: '7990', earned: '319', returned: '674 16 26' },
  )
}
