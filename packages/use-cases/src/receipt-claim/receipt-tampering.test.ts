import { type Store, verify } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aSale } from '../testing/sales.ts'
import { confirmReceiptClaim } from './confirm-receipt-claim.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  const town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(store)
  const { fn } = await aDrive(town)
  const [anna, wash] = [customerAt(town, 'Anna'), town.member('wash').context]
  const { receiptClaim } = await aClaim(anna, aReceipt(fn))
  await confirmReceiptClaim(wash, { id: receiptClaim.id, idempotencyKey: uuidv7() })
  const recorded = aReceipt(fn)
  await aClaim(anna, recorded)
  await recordPurchase(wash, aSale(town.customer('Boris'), { fiscal: fiscalOf(recorded) }))
  await aClaim(anna, aReceipt(fn))
})
afterAll(() => database.drop())

const FREE = 'purchase_id = null, key = null, taken_at = null, confirmed_at = null, confirmed_by_id = null'
const OTHER_MEMBER = '(select member_id from member m where m.member_id <> receipt_claim.member_id limit 1)'
const SOMEBODY =
  '(select customer_id from customer c where c.customer_id <> receipt_claim.customer_id limit 1)'
const CONFIRMED = 'confirmed_at is not null'
const RECORDED = 'recorded_at is not null'

/** What is changed of a claim, and which invariant notices. */
const TAMPERINGS: readonly (readonly [what: string, where: string, change: string, invariant: string])[] = [
  ['its sum', CONFIRMED, 'total_minor = total_minor + 1', 'RECEIPT_CLAIM_PURCHASE'],
  [
    'its receipt',
    CONFIRMED,
    `receipt = regexp_replace(receipt, '-[0-9]+-', '-987654321-')`,
    'RECEIPT_CLAIM_PURCHASE',
  ],
  ['its member', CONFIRMED, `member_id = ${OTHER_MEMBER}`, 'RECEIPT_CLAIM_PURCHASE'],
  ['its moment', CONFIRMED, `occurred_at = occurred_at - interval '1 day'`, 'RECEIPT_CLAIM_PURCHASE'],
  ['who claimed it', CONFIRMED, `customer_id = ${SOMEBODY}`, 'RECEIPT_CLAIM_PURCHASE'],
  ['a purchase that there is not', CONFIRMED, 'purchase_id = gen_random_uuid()', 'RECEIPT_CLAIM_PURCHASE'],
  ['that it was confirmed', CONFIRMED, FREE, 'RECEIPT_CLAIM_OF_PURCHASE'],
  ['the yes', CONFIRMED, `key = key || '1'`, 'RECEIPT_CLAIM_OF_PURCHASE'],
  ['its last day', CONFIRMED, 'last_day = last_day - 100', 'RECEIPT_CLAIM_DRIVE'],
  ['whose till it was', RECORDED, `member_id = ${OTHER_MEMBER}`, 'RECEIPT_CLAIM_DRIVE'],
  [
    'before the drive was in use',
    RECORDED,
    `occurred_at = occurred_at - interval '1 year'`,
    'RECEIPT_CLAIM_DRIVE',
  ],
  ['that a till recorded it', RECORDED, 'recorded_id = null, recorded_at = null', 'RECEIPT_CLAIM_CLOSED'],
  ['as what a till recorded it', RECORDED, 'recorded_id = gen_random_uuid()', 'RECEIPT_CLAIM_CLOSED'],
]

const findings = async () =>
  (await verify({ databaseUrl: database.databaseUrl })).findings.map(({ invariant }) => invariant)

it('honest claims are found sound, and each change of one is named', async () => {
  expect(await findings()).toEqual([])
  const told: Record<string, boolean> = {}
  for (const [what, where, change, invariant] of TAMPERINGS) {
    await asSuperuser(
      database.databaseUrl,
      `create table kept as select * from receipt_claim where ${where};
       update receipt_claim set ${change} where ${where}`,
    )
    told[what] = (await findings()).includes(invariant)
    await asSuperuser(
      database.databaseUrl,
      `delete from receipt_claim where receipt_claim_id in (select receipt_claim_id from kept);
       insert into receipt_claim select * from kept; drop table kept`,
    )
  }
  expect(told).toEqual(Object.fromEntries(TAMPERINGS.map(([what]) => [what, true])))
  expect(await findings()).toEqual([])
})

it('a purchase with a receipt of a till that another member had registered is named', async () => {
  const other = '(select member_id from member m where m.member_id <> fiscal_drive.member_id limit 1)'
  await asSuperuser(
    database.databaseUrl,
    `update fiscal_drive set member_id = ${other}, accepted_at = added_at - interval '1 hour', accepted_by_id = member_id`,
  )
  expect(await findings()).toContain('FISCAL_RECEIPT_DRIVE')
})

it('a receipt that two purchases have is named, though the database would not let it', async () => {
  await asSuperuser(
    database.databaseUrl,
    `drop index purchase_of_fiscal_receipt;
     update purchase set fiscal_receipt = (select max(fiscal_receipt) from purchase)`,
  )
  expect(await findings()).toContain('FISCAL_RECEIPT_ONCE')
})
