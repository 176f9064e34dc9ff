import { type Artel, createArtel } from '@artel/sdk'
import type { DemoRecord } from '../start/demo-record.ts'
import { visitAutoService } from './auto-service-visit.ts'
import { browse } from './browse.ts'
import { clearingPositions, movedBy } from './clearing-positions.ts'
import { expectFigures } from './expect-figures.ts'
import { NEWCOMER } from './newcomer.ts'
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
 * | P: 3000 + 2000, 200 in points (W's, expiring first); earns on 4800 | -200 +192 | 180.00 | | -176.00 +19.20 |
 * | P refunds the line of 2000: 80 back to W's lot, 76 of 192 taken back | +80 -76 | -72.00 | | 70.40 -7.60 |
 * | sum | 276 | 1728.00 | -1400.00 | -94.00 |
 */
export async function playStory(report: Report, record: DemoRecord): Promise<void> {
  const { wash, shop } = clients(record)
  const before = await clearingPositions(record)
  const customer = await report.step('the newcomer earns at the car wash', () => earnAtTheWash(wash))
  await report.step('she opens the auto service and pays a part with points', () =>
    payAtTheAutoService(record, customer),
  )
  await report.step('the parts shop sells and takes one line back', () => buyAndReturnParts(shop))
  await report.step('the money between the members is as worked out by hand', async () => {
    const moved = movedBy(before, await clearingPositions(record))
    report.figure('positionsMovedRub', moved)
    expectFigures('clearing positions', moved, {
      blesk: '1728.00',
      'motor-yard': '-1400.00',
      kolenval: '-94.00',
    })
    const coverage = await createArtel({
      url: record.graphql,
      apiKey: record.keys.admin,
    }).coalition.coverage()
    report.figure('outstandingPoints', coverage.outstandingPoints)
    if (!coverage.covered) throw new Error('outstanding points are not covered')
  })
}

function clients({ graphql: url, keys }: DemoRecord): { wash: Artel; shop: Artel } {
  return {
    wash: createArtel({ url, apiKey: keys.members.blesk }),
    shop: createArtel({ url, apiKey: keys.members.kolenval }),
  }
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

async function buyAndReturnParts(shop: Artel): Promise<void> {
  const { purchase, balanceAfter } = await shop.purchases
    .record({
      customer: { phone: NEWCOMER.phone },
      receiptRef: 'CHECK-2',
      total: roubles(5000),
      points: '200',
      lines: [
        { ref: 'pads', title: 'Колодки тормозные', total: roubles(3000) },
        { ref: 'wipers', title: 'Щётки стеклоочистителя', total: roubles(2000) },
      ],
      idempotencyKey: 'check-2',
    })
    .unwrap()
  const sold = {
    redeemed: String(purchase.pointsRedeemed),
    earned: String(purchase.pointsEarned),
    balance: String(balanceAfter),
  }
  expectFigures('at the parts shop', sold, { redeemed: '200', earned: '192', balance: '272' })
  const { refund, balanceAfter: left } = await shop.purchases
    .refund({
      purchase: { receiptRef: 'CHECK-2' },
      lines: [{ ref: 'wipers' }],
      reason: 'Не подошло',
      idempotencyKey: 'check-3',
    })
    .unwrap()
  const undone = {
    returned: String(refund.pointsReturned),
    recovered: String(refund.pointsRecovered),
    balance: String(left),
  }
  expectFigures('after the refund', undone, { returned: '80', recovered: '76', balance: '276' })
}
