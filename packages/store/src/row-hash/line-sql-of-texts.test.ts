import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { NASTY_TEXTS } from '../testing/nasty-text.ts'
import { HASHED_TABLES } from './line-sql.ts'
import { entryLine, holdLine, purchaseLine, refundLine, refusalLine } from './row-lines.ts'

/** Random texts; a long run takes more. */
const RUNS = Number(process.env.ARTEL_LINE_RUNS ?? 300)
const SEED = Number(process.env.ARTEL_LINE_SEED ?? Date.now() % 2 ** 31)
const RANDOM_TIMEOUT_MS = 1_800_000 + RUNS * 200

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const ID = (n: number) => `01960000-0000-7000-8000-00000000000${n}`
const hash = 'ab'.repeat(32)
const at = new Date('2026-02-03T04:05:06.789Z')

const nastyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.array(fc.constantFrom(...NASTY_TEXTS)).map((parts) => parts.join('')),
)

/** The line that SQL writes of a row of these columns; its texts travel as the write path sends them: parameters, not JSON. */
async function sqlLineOfText(
  table: string,
  columns: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>>,
): Promise<string> {
  const hashed = HASHED_TABLES.find((candidate) => candidate.table === table)
  const names = Object.keys(texts)
  const { rows } = await database.store.pool.query<{ line: string }>(
    `select ${hashed?.line} as line
      from (select ${(await columnsOf(table))
        .map((name) =>
          names.includes(name)
            ? `$${names.indexOf(name) + 2}::${name === 'lines' || name === 'details' ? 'json' : 'text'} as ${name}`
            : `r.${name}`,
        )
        .join(', ')} from jsonb_populate_record(null::${table}, $1) r) ${table}`,
    [
      JSON.stringify(columns, (_name, value) => (typeof value === 'bigint' ? String(value) : value)),
      ...Object.values(texts),
    ],
  )
  return rows[0]?.line ?? 'no line'
}

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await database.store.pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  return rows.map(({ name }) => name)
}

test(`lines of rows with any text are the same in SQL (seed ${SEED})`, {
  timeout: RANDOM_TIMEOUT_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(nastyText, nastyText, async (one, other) => {
      const key = { scopeId: ID(1), operation: one, key: other, requestHash: hash }
      const keyColumns = { key_scope_id: ID(1), request_hash: `\\x${hash}` }
      const entry = { kind: 'EARN', memberId: null, documentId: ID(2), pointsDelta: 1n, reservedDelta: 0n }
      const facts = {
        id: ID(3),
        groupId: ID(4),
        position: 0,
        customerId: ID(5),
        customerSequence: 6n,
        balanceAfter: 7n,
      }
      expect(
        await sqlLineOfText(
          'entry',
          {
            ...{
              entry_id: ID(3),
              group_id: ID(4),
              position: 0,
              kind: 'EARN',
              document_id: ID(2),
              customer_id: ID(5),
            },
            ...{ customer_sequence: 6, points_delta: 1, reserved_delta: 0, balance_after: 7, ...keyColumns },
          },
          { key_operation: one, key: other },
        ),
      ).toBe(entryLine(entry as never, { ...facts, key }))

      const details = JSON.stringify({ said: one })
      expect(
        await sqlLineOfText('refusal', keyColumns, { key_operation: one, key: other, code: one, details }),
      ).toBe(refusalLine(key, { code: one, details }))

      const lines = JSON.stringify([{ ref: other, title: one }])
      const purchase = {
        ...{ id: ID(1), memberId: ID(2), customerId: ID(3), termsId: ID(4), receiptRef: one, totalMinor: 5n },
        ...{ pointsPartMinor: 6n, pointsRedeemed: 7n, pointsEarned: 8n, earnedLotId: null, holdId: ID(9) },
        ...{ lines: [], occurredAt: at, code: one.length % 2 === 0 ? null : other },
        clickId: other.length % 2 === 0 ? null : ID(7),
        ...{ discountMinor: one.length % 2 === 0 ? 0n : 10n, rules: other.length % 2 === 0 ? null : one },
        fiscalReceipt: one.length % 3 === 0 ? null : other,
      }
      expect(
        await sqlLineOfText(
          'purchase',
          {
            ...{ purchase_id: ID(1), member_id: ID(2), customer_id: ID(3), terms_id: ID(4), total_minor: 5 },
            ...{
              points_part_minor: 6,
              points_redeemed: 7,
              points_earned: 8,
              hold_id: ID(9),
              balance_after: 1,
            },
            occurred_at: at,
            click_id: purchase.clickId,
            discount_minor: purchase.discountMinor,
          },
          {
            ...{ receipt_ref: one, lines },
            ...(purchase.code !== null && { code: purchase.code }),
            ...(purchase.rules !== null && { rules: purchase.rules }),
            ...(purchase.fiscalReceipt !== null && { fiscal_receipt: purchase.fiscalReceipt }),
          },
        ),
      ).toBe(purchaseLine(purchase, 1n, lines))

      const refund = {
        ...{ id: ID(1), purchaseId: ID(2), memberId: ID(3), customerId: ID(4) },
        ...{ amountMinor: 5n, moneyMinor: 6n },
        ...{
          pointsReturned: 7n,
          pointsRecovered: 8n,
          pointsToDebt: 9n,
          pointsBorne: 10n,
          pointsExpired: one.length % 2 === 0 ? 0n : 11n,
          pointsClaimed: other.length % 2 === 0 ? 0n : 12n,
          reason: one,
          rules: one.length % 2 === 0 ? null : other,
          lines: [],
        },
      }
      expect(
        await sqlLineOfText(
          'refund',
          {
            ...{
              refund_id: ID(1),
              purchase_id: ID(2),
              member_id: ID(3),
              customer_id: ID(4),
              amount_minor: 5,
            },
            ...{ money_minor: 6, points_returned: 7, points_recovered: 8, points_to_debt: 9 },
            ...{ points_borne: 10, points_expired: refund.pointsExpired },
            points_claimed: refund.pointsClaimed,
            balance_after: 2,
          },
          { reason: one, lines, ...(refund.rules !== null && { rules: refund.rules }) },
        ),
      ).toBe(refundLine(refund, 2n, lines))

      const hold = {
        ...{ id: ID(1), customerId: ID(2), memberId: ID(3), points: 4n, status: 'OPEN', orderRef: one },
        ...{ billMinor: 5n, createdAt: at, expiresAt: at, closedAt: null },
        termsId: one.length % 2 === 0 ? null : ID(7),
        code: other.length % 2 === 0 ? null : one,
      }
      expect(
        await sqlLineOfText(
          'hold',
          {
            ...{
              hold_id: ID(1),
              customer_id: ID(2),
              member_id: ID(3),
              points: 4,
              status: 'VOIDED',
              bill_minor: 5,
            },
            ...{ created_at: at, expires_at: at, terms_id: hold.termsId },
          },
          { order_ref: one, ...(hold.code !== null && { code: hold.code }) },
        ),
      ).toBe(holdLine(hold))
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
