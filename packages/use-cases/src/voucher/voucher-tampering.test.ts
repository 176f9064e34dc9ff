import type { Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, refund, sell } from '../testing/shared-rules.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const voucher = { at: [wash.id], validDays: 14, discountPercentBps: 2_000, maxPerUse: roubles(300) }
  await aSharedRule(service.context, { give: [{ voucher }] }, [wash.context])
  await sell(town)
  const { code } = await store.prisma.voucher.findFirstOrThrow()
  await sell(town, { vouchers: [code] }, { at: 'wash' })
  await refund(town, (await sell(town)).id)
})
afterAll(() => database.drop())

const USED = 'used_by_id is not null'
const REVOKED = 'revoked_by_id is not null'
const SOMEBODY = `(select customer_id from customer c where c.customer_id <> voucher.customer_id limit 1)`

/** What is changed, back to what, and which invariants notice. */
const TAMPERINGS: readonly (readonly [what: string, change: string, back: string, invariant: string])[] = [
  ['its code', `code = '0' || substr(code, 2)`, 'code', 'ROW_HASH'],
  ['whose it was', `customer_id = ${SOMEBODY}`, 'customer_id', 'VOUCHER_ISSUE'],
  ['the purchase that gave it', 'purchase_id = used_by_id', 'purchase_id', 'VOUCHER_ISSUE'],
  ['who may use it', `holder_id = ${SOMEBODY}`, 'holder_id', 'VOUCHER_HOLDER'],
  ['that it was used', 'used_by_id = null', 'used_by_id', 'VOUCHER_USES'],
  ['its last day, later', 'last_day = last_day + 1', 'last_day', 'VOUCHER_MOVES'],
  ['its last day, before its use', `last_day = date '2020-01-01'`, 'last_day', 'VOUCHER_PLACES'],
  ['that it was revoked', 'revoked_by_id = null', 'revoked_by_id', 'VOUCHER_MOVES'],
]

it('honest vouchers are found sound, and each change of one is named', async () => {
  const findings = async () =>
    (await verifyBooks({ databaseUrl: database.databaseUrl })).findings.map(({ invariant }) => invariant)
  expect(await findings()).toEqual([])
  const told: Record<string, boolean> = {}
  for (const [what, change, column, invariant] of TAMPERINGS) {
    const where = column === 'revoked_by_id' ? REVOKED : USED
    await asSuperuser(
      database.databaseUrl,
      `alter table voucher drop constraint if exists voucher_days, drop constraint if exists voucher_code;
       create table kept as select * from voucher;
       update voucher set ${change} where ${where}`,
    )
    told[what] = (await findings()).some((each) => each === invariant)
    await asSuperuser(
      database.databaseUrl,
      `update voucher v set ${column} = k.${column} from kept k where k.voucher_id = v.voucher_id; drop table kept`,
    )
  }
  expect(told).toEqual(Object.fromEntries(TAMPERINGS.map(([what]) => [what, true])))
  expect(await findings()).toEqual([])
})
