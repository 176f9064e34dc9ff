import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { type ApprovedWindow, approvedWindow } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let made: ApprovedWindow
beforeAll(async () => {
  database = await createTestDatabase()
  made = await approvedWindow(database.store)
})
afterAll(() => database.drop())

async function settle(step: string, ...args: string[]) {
  const typed = ['settle', step, '--coalition', made.town.coalition.handle, ...args]
  const env = { DATABASE_URL: database.databaseUrl, ARTEL_ADMIN_KEY: '' }
  const { code, stdout, stderr } = await runCommand(typed, { env })
  return { code, stdout: stdout.replaceAll('\u00a0', ' '), stderr: ownWords(stderr) }
}

test('a payment is named by its id or the reference, taken back once, and recorded again', async () => {
  const { reference } = made.legOf('wash')
  const half = ['--payment', reference, '--amount', '185.00', '--on', '2026-08-10']
  expect(await settle('pay', ...half)).toMatchObject({ code: 0 })
  expect(await settle('pay', ...half)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[PAYMENT_RECORDED_ALREADY]'),
  })
  expect(await settle('pay', ...half, '--another', '--note', 'Касса')).toMatchObject({ code: 0 })

  const { stdout } = await settle('payments', '--window', '1', '--json')
  const { payments } = JSON.parse(stdout)
  expect(payments).toMatchObject([
    { reference, source: 'MANUAL', amountMinor: '18500', reversal: null },
    { reference, source: 'MANUAL', amountMinor: '18500', note: 'Касса' },
  ])
  const parts = made.town.member('parts').apiKey
  const foreign = await settle('payments', '--window', '1', '--json', '--key', parts)
  expect(JSON.parse(foreign.stdout)).toMatchObject({ payments: [] })

  const reverse = (payment: string, ...rest: string[]) =>
    settle('reverse', '--payment', payment, '--reason', 'не та касса', ...rest)
  expect(await reverse(reference)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/has several payments that count.*settle payments --window 1\.\n$/),
  })
  const taken = await reverse(payments[1].id, '--on', '2026-08-12', '--lang', 'ru')
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  expect(taken.stdout).toContain(`Отменено: 185,00 RUB по ${reference}.`)
  expect(await reverse(payments[1].id)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[PAYMENT_REVERSED_ALREADY]'),
  })
  const table = await settle('payments', '--window', '1', '--lang', 'ru')
  expect(table.stdout).toMatch(/185,00 {2}вручную +12\.08\.2026 +не та касса/)
  const last = await reverse(reference, '--json')
  expect(JSON.parse(last.stdout)).toMatchObject({
    ...{ leg: { status: 'OPEN', paidMinor: '0' }, window: { status: 'APPROVED' }, replayed: false },
  })
})
