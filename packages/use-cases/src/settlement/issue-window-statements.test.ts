import { Writable } from 'node:stream'
import { checkStatementFile } from '@artel/documents'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed, stated } from '../testing/index.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { closeWindow } from './close-window.ts'
import { issueStatements } from './issue-statements.ts'
import type { IssuingProgress } from './issue-window-statements.ts'
import { memberLines } from './member-lines.ts'
import { findStatement, writeStatement } from './write-statement.ts'

/** More than two pieces of a window. */
const SALES = 8_500
const CALLERS = 200
const CUSTOMERS = 50

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  let plan = aCoalition().withMember('wash').withMember('parts')
  for (let n = 0; n < CUSTOMERS; n += 1) plan = plan.withCustomer(`c${n}`)
  town = await plan.open(database.store)
  let sold = 0
  const sell = async () => {
    for (let n = sold++; n < SALES; n = sold++) {
      const { context } = town.member(n % 2 === 0 ? 'wash' : 'parts')
      const spent = points(n > 2 * CUSTOMERS && n % 3 === 0 ? 1n : 0n)
      const receiptRef = `|${n} "Чек" \\ 1|`
      const sale = aSale(town.customer(`c${n % CUSTOMERS}`), { points: spent, receiptRef })
      const { purchase } = await recordPurchase(context, sale)
      if (n % 500 === 0)
        await refundPurchase(context, { purchase: { id: purchase.id }, reason: 'Returned', ...keyed() })
    }
  }
  await Promise.all(Array.from({ length: CALLERS }, sell))
})
afterAll(() => database.drop())

it('a window of several pieces is stated line by line as it was posted, and every paper of it proves itself', async () => {
  const treasurer = aTreasurer(town)
  const statements = await stated(treasurer, 1)
  const { rows } = await database.store.pool.query<{ member_id: string; lines: number; moved: string }>(
    `select m.member_id, count(*)::int as lines,
      sum(case when t.debit_kind = 'CLEARING' and t.debit_owner_id = m.member_id then t.amount else -t.amount end)::text as moved
    from member m
    join transfer t on t.coalition_id = m.coalition_id
      and ((t.debit_kind = 'CLEARING' and t.debit_owner_id = m.member_id)
        or (t.credit_kind = 'CLEARING' and t.credit_owner_id = m.member_id))
    where m.coalition_id = $1 group by m.member_id order by m.member_id`,
    [town.id],
  )
  expect(
    statements.map((one) => ({ member_id: one.memberId, lines: one.lineCount, moved: `${one.closing}` })),
  ).toEqual(rows)

  for (const { id, lineCount, lineHash } of statements) {
    const chunks: Buffer[] = []
    const out = new Writable({ write: (chunk, _, done) => done(void chunks.push(Buffer.from(chunk))) })
    const found = await findStatement(treasurer, { statementId: id })
    // Writing holds count, balance, hash and the totals by kind and counterparty, points too, against the lines.
    await writeStatement(treasurer, found, { format: 'json', language: 'ru' }, out)
    const check = await checkStatementFile(Buffer.concat(chunks))
    expect(check).toMatchObject({ ok: true, problems: [], lineCount, lineHash })
  }
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
})

it('a reader that stops early leaves no connection behind, and the next reads from the start', async () => {
  const [statement] = await database.store.prisma.statement.findMany({ where: { coalitionId: town.id } })
  const window = await database.store.prisma.settlementWindow.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 1 },
  })
  if (!statement) throw new Error('No statement was made')
  const firstOf = async () => {
    for await (const line of memberLines(database.store, window, statement)) return line
    throw new Error('The statement has no lines')
  }
  const first = await firstOf()
  // Many more times than there are connections.
  for (let n = 0; n < 30; n += 1) expect(await firstOf()).toEqual(first)
})

it('shows how far it has come: the count rises to the whole', async () => {
  const { store } = database
  const { context } = town.member('wash')
  for (let n = 0; n < 3; n += 1) await recordPurchase(context, aSale(town.customer('c0')))
  const treasurer = aTreasurer(town)
  await closeWindow(treasurer, { windowNo: 2, early: true, ...keyed() })
  const seen: IssuingProgress[] = []
  await issueStatements(treasurer, { windowNo: 2, ...keyed() }, (progress) => seen.push(progress))
  const own = await store.prisma.statement.findMany({ where: { coalitionId: town.id, windowNo: 2 } })
  const legs = own.reduce((sum, { lineCount }) => sum + lineCount, 0)
  expect(seen.at(-1)).toEqual({ windowNo: 2, legs, of: legs })
})
