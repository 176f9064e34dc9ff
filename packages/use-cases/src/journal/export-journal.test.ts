import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { JOURNAL_DIALECTS, type JournalDialect } from '@artel/documents'
import { micros, points } from '@artel/ledger'
import { asSuperuser, createTestDatabase, needs, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { closeWindow } from '../settlement/close-window.ts'
import { ACCOUNTING_PROGRAMS, findAccountingProgram, judgeJournal } from '../testing/accounting-programs.ts'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, keyed, roubles } from '../testing/index.ts'
import { findJournal, writeFoundJournal } from './export-journal.ts'

let database: TestDatabase
let town: BuiltCoalition
let treasurer: Context
beforeAll(async () => {
  database = await createTestDatabase()
  // Prices that leave parts of a kopeck.
  town = await aCoalition({
    terms: { deposit: micros(333_536n), issueFee: micros(103_337n), refundPolicy: 'CUSTOMER_DEBT' },
  })
    .withMember('wash')
    .withMember('auto-parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
  treasurer = aTreasurer(town)
  await sell('wash', 'Anna', 20_000)
  await closeEarly(1)
  // The same day goes on in the next window, which ends on it too.
  await sell('auto-parts', 'Anna', 1_000, 300n)
  const spent = await sell('wash', 'Boris', 777)
  await sell('wash', 'Boris', 300, 20n)
  await refund('wash', spent)
  await closeEarly(2)
  await sell('auto-parts', 'Boris', 4_321)
  // And one that ends by itself, at midnight, with silent ones behind it.
  await advanceClock(town.adminContext, { seconds: 75 * 86_400 })
  await sell('wash', 'Anna', 5_000)
  await closeWindow(treasurer, { windowNo: 4, ...keyed() })
})
afterAll(() => database.drop())

const sell = async (at: string, to: string, total: number, spend?: bigint) => {
  const sale = aSale(town.customer(to), {
    total: roubles(total),
    ...(spend === undefined ? {} : { points: points(spend) }),
  })
  return (await recordPurchase(town.member(at).context, sale)).purchase.id
}
const refund = (at: string, id: string) =>
  refundPurchase(town.member(at).context, { purchase: { id }, reason: 'Brought back', ...keyed() })
const closeEarly = (windowNo: number) => closeWindow(treasurer, { windowNo, early: true, ...keyed() })

async function journal(dialect: JournalDialect, throughWindow?: number): Promise<string> {
  const found = await findJournal(treasurer, { throughWindow })
  const out = new PassThrough()
  const written = text(out)
  await writeFoundJournal(treasurer, found, { dialect }, out)
  out.end()
  return written
}

/** The first posting of money changed by a millionth. */
const withOneMicroMore = (file: string): string =>
  file.replace(/(Clearing:Wash +)(\d+\.\d+) RUB/, (_, head, amount) => {
    const [whole, decimals = ''] = amount.split('.')
    const more = BigInt(whole + decimals.padEnd(6, '0')) + 1n
    return `${head}${more / 1_000_000n}.${String(more % 1_000_000n).padStart(6, '0')} RUB`
  })

describe.each(JOURNAL_DIALECTS)('a journal for %s', (dialect) => {
  const { lacks } = ACCOUNTING_PROGRAMS[dialect]

  it('is found right by that program, whole and through each window', async (context) => {
    needs(context, findAccountingProgram(dialect), lacks)
    const whole = await journal(dialect)
    expect(await judgeJournal(dialect, whole)).toBe('')
    for (const window of [1, 2, 3, 4])
      expect(await judgeJournal(dialect, await journal(dialect, window))).toBe('')
    // What holds is not empty.
    expect(whole).toContain('Assets:Money:Clearing:Auto-parts')
    expect(whole).toContain('Assets:Points:Debts')
    expect(whole).toMatch(/\.\d{6} RUB/)
  })

  it('is refused with one amount a millionth off, and with points in an account of money', async (context) => {
    needs(context, findAccountingProgram(dialect), lacks)
    const whole = await journal(dialect)
    const off = withOneMicroMore(whole)
    expect(off).not.toBe(whole)
    expect(await judgeJournal(dialect, off)).not.toBe('')
    const day = /^\d{4}-\d\d-\d\d(?= \*)/m.exec(whole)?.[0]
    const added = `${day} * ${dialect === 'beancount' ? '"X"' : 'X'}\n    Assets:Money:Clearing:Wash  1 POINTS\n    Liabilities:Points:Customers  -1 POINTS\n\n`
    // Behind the first transaction, where all accounts of it are open.
    const foreign = whole.replace(/(Clearing:Wash[\s\S]*?\n)(\n)/, `$1$2${added}`)
    expect(foreign).not.toBe(whole)
    expect(await judgeJournal(dialect, foreign)).not.toBe('')
  })

  it('is the same bytes each time, a closed window’s beginning stays, and its last line is the hash of the others', async () => {
    const [whole, again, first] = [await journal(dialect), await journal(dialect), await journal(dialect, 1)]
    expect(again).toBe(whole)
    const [lines = '', last = ''] = first.split(/(?<=\n)(?=;[^\n]*\n$)/)
    expect(last).toContain(createHash('sha256').update(lines).digest('hex'))
  })

  it('names no customer', async () => {
    const whole = await journal(dialect)
    expect(whole).not.toMatch(/Anna|Boris|cus_/)
  })
})

it('refuses a window that is open or unknown, and who is no administrator', async () => {
  await expect(findJournal(treasurer, { throughWindow: 5 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(findJournal(treasurer, { throughWindow: 0 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(findJournal(town.member('wash').context, {})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

describe('books that somebody changed behind the back of the product', () => {
  it.for(JOURNAL_DIALECTS)(
    'are refused by %s, though every transaction balances',
    async (dialect, context) => {
      needs(context, findAccountingProgram(dialect), ACCOUNTING_PROGRAMS[dialect].lacks)
      await asSuperuser(
        database.databaseUrl,
        `set session_replication_role = replica; update transfer set amount = amount + 1 where unit = 'MONEY'
        and (entry_id, position) = (select entry_id, position from transfer where unit = 'MONEY' order by 1, 2 limit 1)`,
      )
      const changed = await journal(dialect)
      await asSuperuser(
        database.databaseUrl,
        `set session_replication_role = replica; update transfer set amount = amount - 1 where unit = 'MONEY'
        and (entry_id, position) = (select entry_id, position from transfer where unit = 'MONEY' order by 1, 2 limit 1)`,
      )
      const whole = await journal(dialect)
      expect(changed).not.toBe(whole)
      expect(await judgeJournal(dialect, whole)).toBe('')
      expect(await judgeJournal(dialect, changed)).toMatch(/Clearing/)
    },
  )
})
