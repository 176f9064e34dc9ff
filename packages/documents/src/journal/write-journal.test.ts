import { describe, expect, it } from 'vitest'
import { sealText } from '../text/seal-text.ts'
import {
  JOURNAL_DIALECTS,
  type JournalAccount,
  type JournalDialect,
  type JournalEvent,
  type JournalHead,
} from './journal-document.ts'
import { writeJournal } from './write-journal.ts'

const HEAD: JournalHead = {
  title: 'zarechye',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  notes: ['Books of zarechye\nopen Assets:Evil'],
}
const issued: JournalAccount = { name: 'Expenses:Points:Issued:Wash', unit: 'POINTS' }
const customers: JournalAccount = { name: 'Liabilities:Points:Customers', unit: 'POINTS' }
const clearing: JournalAccount = { name: 'Assets:Money:Clearing:Wash', unit: 'MONEY' }
const fees: JournalAccount = { name: 'Income:Money:Fees', unit: 'MONEY' }

const earn = (at: string, entryId: string, points: bigint, money: bigint): JournalEvent => ({
  ...{ type: 'TRANSACTION', at: new Date(at), entryId, kind: 'EARN', batchNo: 7n },
  pairs: [
    { debit: issued, credit: customers, amount: points },
    { debit: clearing, credit: fees, amount: money },
  ],
})
const ends = (at: string, label: string, points: bigint, money: bigint): JournalEvent => ({
  ...{ type: 'BALANCES', at: new Date(at), label },
  balances: [
    { account: issued, amount: points },
    { account: customers, amount: -points },
    { account: clearing, amount: money },
    { account: fees, amount: -money },
  ],
})
/** A window that ends at noon in Moscow, and an entry of the next on the same day. */
const DAY: readonly JournalEvent[] = [
  earn('2026-11-29T21:30:00Z', 'ent_a', 1000n, 103_337_000n),
  ends('2026-11-30T08:59:59.999Z', 'Window 1', 1000n, 103_337_000n),
  earn('2026-11-30T10:00:00Z', 'ent_b', 1n, 103_337n),
]

async function write(dialect: JournalDialect, events: readonly JournalEvent[], head = HEAD): Promise<string> {
  let text = ''
  for await (const part of writeJournal(head, events, dialect)) text += part
  return text
}

describe('a journal', () => {
  it('has a transaction an entry on the day of the zone, exact to the millionth', async () => {
    expect(await write('hledger', DAY)).toBe(`; Books of zarechye open Assets:Evil

decimal-mark .
commodity 1000. POINTS
commodity 1000.000000 RUB

account Expenses:Points:Issued:Wash
account Liabilities:Points:Customers
account Assets:Money:Clearing:Wash
account Income:Money:Fees

2026-11-30 * (ent_a) EARN  ; batch: 7
    Expenses:Points:Issued:Wash                   1000 POINTS
    Liabilities:Points:Customers                  -1000 POINTS
    Assets:Money:Clearing:Wash                    103.337 RUB
    Income:Money:Fees                             -103.337 RUB

2026-11-30 * Window 1
    Assets:Money:Clearing:Wash                    0.00 RUB == 103.337 RUB
    Expenses:Points:Issued:Wash                   0 POINTS == 1000 POINTS
    Income:Money:Fees                             0.00 RUB == -103.337 RUB
    Liabilities:Points:Customers                  0 POINTS == -1000 POINTS

2026-11-30 * (ent_b) EARN  ; batch: 7
    Expenses:Points:Issued:Wash                   1 POINTS
    Liabilities:Points:Customers                  -1 POINTS
    Assets:Money:Clearing:Wash                    0.103337 RUB
    Income:Money:Fees                             -0.103337 RUB
`)
  })

  it('for Ledger asserts each commodity of an account, since it has no word for all of them', async () => {
    const text = await write('ledger', DAY)
    expect(text).toContain('commodity RUB\n    format 1000.000000 RUB\n')
    expect(text).toMatch(/Clearing:Wash +0\.00 RUB = 103\.337 RUB\n.*Clearing:Wash +0 POINTS = 0 POINTS\n/)
  })

  it('for Beancount asserts the end of the day on which a window ends, with what followed on it', async () => {
    const text = await write('beancount', DAY)
    expect(text).toContain('2026-11-30 open Assets:Money:Clearing:Wash\n')
    expect(text.split('\n').filter((line) => line.includes('balance Assets:Money:Clearing:Wash'))).toEqual([
      '2026-12-01 balance Assets:Money:Clearing:Wash                    103.440337 ~ 0 RUB',
      '2026-12-01 balance Assets:Money:Clearing:Wash                    0 ~ 0 POINTS',
    ])
    // Two ends on one day are asserted once: Beancount takes no second amount.
    const twice = await write('beancount', [
      ...DAY,
      ends('2026-11-30T12:00:00Z', 'Window 2', 1001n, 103_440_337n),
    ])
    expect(twice.match(/balance Income:Money:Fees.*RUB/g)).toHaveLength(1)
    expect(twice).toContain('; Window 1, Window 2: 2026-11-30\n')
  })

  it.each(JOURNAL_DIALECTS)(
    'for %s asserts what the books say, and nothing where they are silent',
    async (dialect) => {
      const text = await write(dialect, [
        earn('2026-11-30T10:00:00Z', 'ent_a', 5n, 7n),
        { type: 'BALANCES', at: new Date('2026-11-30T11:00:00Z'), label: 'Window 1', balances: [] },
      ])
      expect(text).toMatch(/Clearing:Wash +(0\.00 RUB ==? )?0\.00 (~ 0 )?RUB/)
    },
  )

  it.each(JOURNAL_DIALECTS)(
    'for %s takes no name that the program would read as something else',
    async (dialect) => {
      const named = (name: string): JournalEvent => ({
        ...{ type: 'TRANSACTION', at: new Date(0), entryId: 'ent_a', kind: 'EARN', batchNo: 1n },
        pairs: [{ debit: { name, unit: 'MONEY' }, credit: fees, amount: 1n }],
      })
      for (const name of [
        'Assets:wash',
        'Wash',
        'Assets:A  5 RUB',
        'Assets:A\n2026',
        'Assets:Мойка',
        'Assets:A:',
      ])
        await expect(write(dialect, [named(name)])).rejects.toMatchObject({ code: 'NOT_REPRESENTABLE' })
      const kind = { ...(named('Assets:A') as object), kind: 'A"\n' } as JournalEvent
      await expect(write(dialect, [kind])).rejects.toMatchObject({ code: 'NOT_REPRESENTABLE' })
    },
  )

  it('keeps its days in order where a clock is put back over midnight', async () => {
    // St. John's put its clocks back at one minute past midnight.
    const head = { ...HEAD, timeZone: 'America/St_Johns' }
    const text = await write(
      'hledger',
      [earn('2010-11-07T02:30:30Z', 'ent_a', 1n, 1n), earn('2010-11-07T02:31:30Z', 'ent_b', 1n, 1n)],
      head,
    )
    expect(text.match(/^\d{4}-\d\d-\d\d(?= \* \(ent)/gm)).toEqual(['2010-11-07', '2010-11-07'])
  })
})

it('a sealed text ends with the hash of what stands before', async () => {
  let text = ''
  const parts = (async function* () {
    yield 'a'
    yield 'bc'
  })()
  for await (const part of sealText(parts, (hash) => `\n${hash}`)) text += part
  expect(text).toBe('abc\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
