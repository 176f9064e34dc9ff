import { InvalidInputError } from '@artel/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../command/command.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, holding, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { refunding } from '../testing/ledger-world-ends.ts'
import { NASTY_TEXTS } from '../testing/nasty-text.ts'
import { verify } from '../verify/verify.ts'
import { post } from './post.ts'

let database: TestDatabase
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  world = await ledgerWorld(database.store)
})
afterAll(() => database.drop())

test('what is posted with any text is recorded whole and is sound: keys, receipts, lines, reasons, orders and refusals', async () => {
  const { store } = database
  const run = (command: Command) => post(store, world.coalitionId, command)
  await run(earning(world, 1_000n))
  for (const [index, text] of NASTY_TEXTS.entries()) {
    const receiptRef = `${text}${index}`
    const key = `${text} ${index}`
    const sale = earning(world, 10n, { receiptRef, key })
    const posted = await run({
      ...sale,
      decide: (state, context) => {
        const group = sale.decide(state, context)
        const lines = [{ ref: text, title: text, totalMinor: '10000000' }]
        return { ...group, ...(group.purchase && { purchase: { ...group.purchase, lines } }) }
      },
    })
    expect((await run(sale)).groupId, JSON.stringify(text)).toBe(posted.groupId)
    const taking = refunding(world, posted.groupId, { reversed: 1n }, { key: `refund ${key}` })
    await run({
      ...taking,
      decide: (state, context) => {
        const group = taking.decide(state, context)
        return { ...group, ...(group.refund && { refund: { ...group.refund, reason: text } }) }
      },
    })
    const held = holding(world, 1n, `01960000-0000-7000-8000-0000000001${10 + index}`)
    await run({
      ...held,
      decide: (state, context) => {
        const group = held.decide(state, context)
        return { ...group, ...(group.hold && { hold: { ...group.hold, orderRef: text } }) }
      },
    })
    const refused: Command = {
      ...earning(world, 1n, { key: `refused ${key}` }),
      decide: () => {
        throw new InvalidInputError({ path: [text], problem: text })
      },
    }
    for (let times = 0; times < 2; times += 1)
      await expect(run(refused)).rejects.toMatchObject({ code: 'INVALID_INPUT', replayed: times > 0 })
  }
  expect(await verify(database)).toMatchObject({ ok: true, findings: [] })
})
