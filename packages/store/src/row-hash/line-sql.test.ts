import { points } from '@artel/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { HASHED_TABLES } from './line-sql.ts'
import {
  claimLine,
  debtLine,
  entryLine,
  holdLotLine,
  lotLine,
  lotUseLine,
  transferLine,
  voucherLine,
} from './row-lines.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const ID = (n: number) => `01960000-0000-7000-8000-00000000000${n}`
const MAX = 2n ** 63n - 1n

/** The line that SQL writes of a row of these columns. */
async function sqlLine(table: string, columns: Readonly<Record<string, unknown>>): Promise<string> {
  const hashed = HASHED_TABLES.find((candidate) => candidate.table === table)
  const { rows } = await database.store.pool.query<{ line: string }>(
    `select ${hashed?.line} as line from jsonb_populate_record(null::${table}, $1) ${table}`,
    [JSON.stringify(columns, (_name, value) => (typeof value === 'bigint' ? String(value) : value))],
  )
  return rows[0]?.line ?? 'no line'
}

const account = (kind: string, n: number) => ({ kind, ownerId: ID(n) })
const at = new Date('2026-02-03T04:05:06.789Z')

test('lines of rows without free text are the same in SQL', async () => {
  const entry = {
    kind: 'EARN',
    memberId: ID(2),
    documentId: null,
    pointsDelta: points(-5n),
    reservedDelta: points(MAX),
  }
  const facts = {
    id: ID(1),
    groupId: ID(3),
    position: 1,
    customerId: null,
    customerSequence: null,
    balanceAfter: 7n,
  }
  expect(
    await sqlLine('entry', {
      ...{ entry_id: ID(1), group_id: ID(3), position: 1, kind: 'EARN', member_id: ID(2) },
      ...{ points_delta: -5, reserved_delta: MAX, balance_after: 7 },
    }),
  ).toBe(entryLine(entry as never, { ...facts, key: null }))

  const transfer = { unit: 'MONEY', debit: account('CLEARING', 1), credit: account('FEES', 2), amount: MAX }
  expect(
    await sqlLine('transfer', {
      ...{ entry_id: ID(4), position: 2, unit: 'MONEY', debit_kind: 'CLEARING', debit_owner_id: ID(1) },
      ...{ credit_kind: 'FEES', credit_owner_id: ID(2), amount: MAX },
    }),
  ).toBe(transferLine(transfer as never, ID(4), 2))

  const prices = { reservePrice: 900_000n, deposit: 0n, issueFee: 1n, redeemFee: 2n }
  for (const expiresAt of [
    null,
    at,
    new Date('9999-12-31T23:59:59.999Z'),
    new Date('1969-12-31T23:59:59.001Z'),
  ]) {
    const originLotId = expiresAt === null ? null : ID(6)
    const lot = {
      id: ID(1),
      issuerId: ID(2),
      termsId: ID(3),
      originLotId,
      amount: 9n,
      issuedAt: at,
      activatesAt: at,
      expiresAt,
      prices,
    }
    expect(
      await sqlLine('lot', {
        ...{ lot_id: ID(1), issuer_id: ID(2), terms_id: ID(3), entry_id: ID(4), customer_id: ID(5) },
        ...{ origin_lot_id: originLotId, amount: 9 },
        ...{ issued_at: at, activates_at: at, first_expires_at: expiresAt, expires_at: at },
        ...{ reserve_price: 900_000, deposit: 0, issue_fee: 1, redeem_fee: 2 },
      }),
    ).toBe(lotLine(lot as never, ID(4), ID(5)))
    const use = { lotId: ID(1), kind: 'REDEEM', points: -4n }
    expect(
      await sqlLine('lot_use', {
        entry_id: ID(4),
        position: 0,
        lot_id: ID(1),
        kind: 'REDEEM',
        points: -4,
        expires_at: expiresAt,
      }),
    ).toBe(lotUseLine(use as never, ID(4), 0, expiresAt ?? undefined))
  }

  expect(await sqlLine('hold_lot', { hold_id: ID(1), position: 3, lot_id: ID(2), points: 5 })).toBe(
    holdLotLine({ id: ID(1) }, { lotId: ID(2), points: points(5n) }, 3),
  )
  for (const lotId of [null, ID(6)]) {
    const owed = { amount: 4n, issueFee: 5n, incurredAt: at, lotId }
    const debt = { id: ID(1), issuerId: ID(2), purchaseId: ID(3), ...owed }
    expect(
      await sqlLine('debt', {
        ...{ debt_id: ID(1), issuer_id: ID(2), purchase_id: ID(3), entry_id: ID(4), customer_id: ID(5) },
        ...{ amount: 4, remaining: 1, issue_fee: 5, incurred_at: at, lot_id: lotId },
      }),
    ).toBe(debtLine(debt as never, ID(4), ID(5)))
  }
  const claim = { id: ID(1), lotId: ID(2), purchaseId: ID(3), amount: points(4n), remaining: points(1n) }
  const claimRow = {
    refund_id: ID(1),
    lot_id: ID(2),
    purchase_id: ID(3),
    entry_id: ID(4),
    customer_id: ID(5),
  }
  expect(await sqlLine('claim', { ...claimRow, amount: 4, remaining: 1 })).toBe(
    claimLine(claim, ID(4), ID(5)),
  )
  const voucher = { id: ID(1), code: '7K3M9QXA2B4C', versionId: ID(2), memberId: ID(3), purchaseId: ID(4) }
  const voucherRow = { voucher_id: ID(1), code: voucher.code, rule_version_id: ID(2), member_id: ID(3) }
  expect(
    await sqlLine('voucher', {
      ...voucherRow,
      ...{ purchase_id: ID(4), customer_id: ID(5), first_last_day: '2027-01-15', last_day: '2027-02-01' },
    }),
  ).toBe(voucherLine({ ...voucher, lastDay: '2027-01-15' }, ID(5)))
})
