import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../testing/run-command.ts'

// Each step is a process of its own, and all of them wait when the machine is busy.

let directory: string
let file: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'artel-simulate-'))
  file = join(directory, 'sales.csv')
  await writeFile(
    file,
    ['Номер чека;Дата;Сумма', '1;05.11.2026;1000,00', '2;20.11.2026 12:30;19000,00', '3;31.02.2026;5'].join(
      '\r\n',
    ),
  )
})
afterAll(() => rm(directory, { recursive: true }))

/** Runs the command without a database to go to. */
const simulate = (...args: string[]) =>
  runCommand(['simulate', ...args], {
    cwd: directory,
    env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
  })

/** The case that the rules have worked out by hand. */
const BY_HAND = [
  ...['--participation-percent', '100', '--redemption-percent', '80', '--redemption-spread-months', '2'],
  ...['--expiry-months', '4'],
]

test('simulate plays a file of sales, without a database, to the figures worked out by hand', async () => {
  const { code, stdout } = await simulate('--sales', file, '--json', ...BY_HAND)
  expect(code).toBe(0)
  const { simulation, salesCount, skippedRows } = JSON.parse(stdout)
  expect([salesCount, skippedRows]).toEqual([2, 1])
  expect(simulation.months.map(({ issued }: { issued: string }) => issued)).toEqual([
    '990',
    '0',
    '0',
    '0',
    '0',
  ])
  expect(simulation.fundings.map(({ deposit, total }: Record<string, string>) => [deposit, total])).toEqual([
    ['0', '-287320000'],
    ['450000', '-331870000'],
    ['900000', '-376420000'],
  ])
})

test('it prints its assumptions and a table in both languages, and draws what it says', async () => {
  const svg = join(directory, 'out.svg')
  const english = await simulate('--sales', file, '--deposits', '0/0.9', '--svg', svg, ...BY_HAND)
  expect(english.stdout).toContain('points ever spent: 80%')
  expect(english.stdout).toMatch(/total +20,000\.00 +990 .* -287\.32 +-376\.42\n/)
  expect(english.stdout).toContain('1 row could not be read.')
  const drawn = await readFile(svg, 'utf8')
  expect(drawn).toContain('11.26 · given: 990')
  expect(drawn).toContain('11.26 · net, D = 0.90: -814.00')
  const russian = await simulate('--sales', file, '--lang', 'ru', '--expiry-months', 'never')
  expect(russian.stdout).toContain('баллы сгорают через: никогда')
  expect(russian.stdout).toContain('1 строка не прочитана.')
  expect(russian.stdout).toMatch(/Не сгорают и не потрачены: \d+\./)
})

test('it says how it understood the file, and takes what it is told of how to read it', async () => {
  const own = join(directory, 'own.csv')
  await writeFile(own, 'Bon,Day,Brutto,Status\n1,08/10/2026,5.00,paid\n2,09/10/2026,7.00,void\n')
  const named = ['--sales', own, '--columns', 'receipt=Bon; date=Day; total=Brutto', '--lang', 'ru']
  const asked = await simulate(...named)
  expect(asked).toMatchObject({ code: 1, stdout: '' })
  expect(asked.stderr).toContain('в столбце «Day» не отличить день от месяца: укажите «DMY» или «MDY»')
  const { stdout } = await simulate(...named, '--date-order', 'MDY')
  expect(stdout).toContain('  чек: Bon\n  дата: Day\n  сумма: Brutto\n  состояние: Status\n')
  expect(stdout).toContain('отменённых и неоплаченных чеков: 1\n')
  const json = await simulate('--sales', file, '--json', '--mapping', '1c-retail')
  expect(JSON.parse(json.stdout).reading).toMatchObject({
    mapping: '1c-retail',
    counts: { sales: 2, errors: 1 },
  })
  const unknown = await simulate('--sales', file, '--mapping', 'abacus')
  expect(unknown.stderr).toMatch(/^mapping must be one of "shopify"/)
  const unnamed = await simulate('--sales', file, '--columns', 'total')
  expect(unnamed.stderr).toBe('--columns needs "column=Header"; it has "total".\n')
})

test('what cannot be read is one line', async () => {
  const ending = async (code: number, line: string, ...args: string[]) =>
    expect(await simulate(...args)).toEqual({ code, stdout: '', stderr: `${line}\n` })
  const refused = (line: string, ...args: string[]) => ending(1, line, ...args)
  const misused = (line: string, ...args: string[]) => ending(2, line, '--sales', file, ...args)
  const more = 'More: artel help simulate'
  await refused('The file "no.csv" cannot be read: there is none of that name.', '--sales', 'no.csv')
  await misused(
    `--earn-percent must be a number such as 61.70; it is "much". ${more}`,
    ...['--earn-percent', 'much'],
  )
  await refused(
    'percentBps: Must be from 0 to 10000. [INVALID_INPUT]',
    '--sales',
    file,
    '--earn-percent',
    '101',
  )
  await misused(`--lang must be ru or en; it is "fr". ${more}`, '--lang', 'fr')
  await misused('--time-zone "Mars" is not known.', '--time-zone', 'Mars')
})
