import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition, clockOffsetAt, localDay } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await aCoalition({ handle: 'zarechye' }).withMember('wash').open(database.store)
})
afterAll(() => database.drop())

async function calendarOf(handle: string, ...args: string[]) {
  const env = { DATABASE_URL: database.databaseUrl }
  const { code, stdout, stderr } = await runCommand(['calendar', ...args, '--coalition', handle], { env })
  return { code, stdout, stderr: ownWords(stderr) }
}

const calendar = (...args: string[]) => calendarOf('zarechye', ...args)

test('calendar shows the holidays of a year and takes those that are moved', async () => {
  const set = ['set', '--year', '2027', '--off', '2027-02-22,2027-12-31', '--working', '2027-02-20']
  const moved = await calendar(...set, '--note', 'Decree', '--lang', 'ru')
  expect(moved).toMatchObject({ code: 0, stderr: '' })
  expect(moved.stdout).toMatch(/сб, 20\.02\.2027 +работают +перенос коалиции +Decree\n/)
  expect(moved.stdout).toMatch(/пн, 10\.05\.2027 +закрыты +закон\n/)
  const { stdout } = await calendar('show', '--year', '2027', '--json')
  const { days } = JSON.parse(stdout)
  expect(days).toContainEqual({ day: '2027-12-31', kind: 'DAY_OFF', source: 'COALITION', note: 'Decree' })
  expect(await calendar('set', '--year', '2027', '--off', '2026-02-22')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]*\[INVALID_INPUT\]\n$/),
  })
  expect(await calendar('set', '--year', '2027', '--off', '2026-02-22', '--lang=ru')).toMatchObject({
    code: 1,
    stderr: 'Поле days.0.day: должно быть днём 2027 года. [INVALID_INPUT]\n',
  })
  expect(await calendar('shwo')).toMatchObject({ code: 2 })
})

test('without a year it shows the one that the coalition lives in', async () => {
  const year = Number(localDay(0).slice(0, 4))
  // Half an hour into the next year in Moscow, while it is still this one by UTC.
  const clockOffsetSeconds = clockOffsetAt(new Date(`${year}-12-31T21:30:00Z`))
  await aCoalition({ handle: 'new-year', clockOffsetSeconds }).open(database.store)
  const { stdout } = await calendarOf('new-year', 'show', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ year: year + 1 })
})
