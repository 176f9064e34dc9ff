import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createApiKey, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  camtFile,
  exchangeFile,
  roubles,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownWords } from '../testing/own-words.ts'
import { runCommand } from '../testing/run-command.ts'

let database: TestDatabase
let town: BuiltCoalition
let treasurer: string
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'artel-settle-'))
  town = await aCoalition({ handle: 'zarechye', name: 'Заречье' })
    .withMember('wash', { name: 'Блеск' })
    .withMember('parts', { name: 'Коленвал' })
    .withCustomer('Anna')
    .open(database.store)
  const scopes = ['settlement:propose', 'reports:read', 'coalition:write']
  treasurer = (await createApiKey(aTreasurer(town), { name: 'Treasurer', scopes })).secret
  const anna = town.customer('Anna')
  await recordPurchase(
    town.member('wash').context,
    aSale(anna, { total: roubles(20_000), receiptRef: 'W-1' }),
  )
  await recordPurchase(
    town.member('parts').context,
    aSale(anna, { total: roubles(1_000), points: points(300n), receiptRef: 'P-1' }),
  )
})
afterAll(() => Promise.all([rm(directory, { recursive: true }), database.drop()]))

/** Runs `artel settle` as a script does: nobody types. */
async function settle(step: string, ...args: string[]) {
  const typed = ['settle', step, '--coalition', 'zarechye', ...args].filter((text) => text !== '')
  const env = { DATABASE_URL: database.databaseUrl, ARTEL_ADMIN_KEY: '' }
  const { code, stdout, stderr } = await runCommand(typed, { cwd: directory, env })
  return { code, stdout: stdout.replaceAll('\u00a0', ' '), stderr: ownWords(stderr) }
}

/** The same for a step that must go well, answered with its JSON. */
async function data(step: string, ...args: string[]) {
  const { code, stdout, stderr } = await settle(step, ...args, '--json')
  expect({ step, code, stderr }).toEqual({ step, code: 0, stderr: '' })
  return JSON.parse(stdout)
}

/** What each payment is called, by the member on its one side. */
const references = { wash: '', parts: '' }
const OF_FIRST = ['--window', '1']
const asTreasurer = () => ['--key', treasurer]
const asMember = (handle: string) => ['--key', town.member(handle).apiKey]

const BANK = { bankName: 'Сбербанк', bankCode: '044525225', correspondentAccount: '30101810400000000225' }
const BANK_DETAILS = {
  coalition: {
    legalName: 'АО «Заречье»',
    taxId: '7707083893',
    kpp: '773601001',
    account: '40702810838000000017',
  },
  wash: { legalName: 'ООО «Блеск»', taxId: '7736050003', kpp: '773601001', account: '40702810938000000027' },
  parts: {
    legalName: 'ООО «Коленвал»',
    taxId: '7728168971',
    kpp: '772801001',
    account: '40702810038000000037',
  },
}

const WASH = { ...BANK_DETAILS.wash, name: BANK_DETAILS.wash.legalName }
const LANDLORD = { name: 'ООО «Склад»', taxId: '7743013902', account: '40702810000000000099' }

// Each step is a process of its own, and all of them wait when the machine is busy.
describe('a window walked by a script', () => {
  test('is closed and stated, and its lines can be told by their numbers', async () => {
    expect((await data('close', ...OF_FIRST, '--early', ...asTreasurer())).window).toMatchObject({
      windowNo: 1,
      status: 'CLOSED',
    })
    const { statements } = await data('issue-statements', ...OF_FIRST, ...asTreasurer())
    // The wash gave 1000 points at a fee of 0.10 and had 300 of them spent elsewhere at 0.90. The parts shop is paid
    // 0.88 for each of those, and pays 0.10 for each of its own 35.
    expect(statements).toMatchObject([
      { member: 'wash', closingMinor: '37000', status: 'STATED' },
      { member: 'parts', closingMinor: '-26050', status: 'STATED' },
    ])
    const { lines } = await data('lines', ...OF_FIRST, '--member', 'wash')
    expect(lines).toMatchObject([
      {
        no: 1,
        kind: 'EARN',
        counterparty: null,
        reference: 'W-1',
        points: '1000',
        amountMicros: '100000000',
      },
      { no: 2, kind: 'REDEEM', amountMicros: '264000000', counterparty: 'parts' },
      { no: 3, kind: 'REDEEM', amountMicros: '6000000', counterparty: null },
    ])
    const shown = await settle('lines', ...OF_FIRST, '--lang', 'ru', ...asMember('wash'))
    expect(shown.stdout).toMatch(
      /1 {2}\d\d\.\d\d\.\d{4} {2}Начисление баллов +коалиция +W-1 +1 000 +100,00\n/,
    )
  })

  test('has a line disputed by its member alone, with evidence, and the dispute decided', async () => {
    const dispute = ['dispute', ...OF_FIRST, '--line', '1', '--reason', 'Не наш чек'] as const
    expect(await settle(...dispute)).toMatchObject({
      code: 2,
      stderr: "This step is the member's: give its key (sk_...) with --key.\n",
    })
    const evidence = ['--evidence', 'https://example.org/1', '--evidence', 'Чек W-1']
    const again = ['--idempotency-key', 'dispute-1', ...asMember('wash')]
    const opened = await data(...dispute, ...evidence, ...again)
    expect(opened).toMatchObject({
      replayed: false,
      dispute: { evidence: ['https://example.org/1', 'Чек W-1'], outcome: null, amountMicros: '100000000' },
    })
    expect(await data(...dispute, ...evidence, ...again)).toMatchObject({
      replayed: true,
      dispute: { id: opened.dispute.id },
    })
    expect(await settle(...dispute, ...asMember('wash'))).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]* \[ALREADY_EXISTS\]\n$/),
    })
    const listed = await settle('disputes', ...OF_FIRST, '--lang', 'ru')
    expect(listed.stdout).toMatch(/dsp_\w+ +Блеск +100,00 +ждёт решения +Не наш чек\n/)

    const resolve = [
      'resolve',
      '--dispute',
      opened.dispute.id,
      '--outcome',
      'upheld',
      '--note',
      'Так и есть',
    ] as const
    expect(await settle(...resolve, ...asTreasurer())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/settlement:approve.*\[FORBIDDEN\]\n$/),
    })
    expect(await settle(...resolve, '--amount', 'a lot')).toMatchObject({ code: 2 })
    const resolved = await data(...resolve, '--amount', '40,00', '--key', town.adminKey)
    expect(resolved.dispute.outcome).toMatchObject({ outcome: 'UPHELD', takenMicros: '40000000' })
    const shown = await settle('disputes', ...OF_FIRST)
    expect(shown.stdout).toMatch(/upheld +40\.00 +Не наш чек\n/)
  })

  test('is accepted by its members, planned, and approved by another key', async () => {
    for (const handle of ['wash', 'parts'])
      expect(await data('accept', ...OF_FIRST, ...asMember(handle))).toMatchObject({
        statement: { member: handle },
      })
    const { plan } = await data('propose', ...OF_FIRST, '--method', 'hub', ...asTreasurer())
    // 370.00 less the 40.00 that were taken off.
    expect(plan).toMatchObject({
      totalMinor: '59050',
      windowStatus: 'AGREED',
      payments: expect.arrayContaining([
        expect.objectContaining({ payer: 'wash', payee: null, amountMinor: '33000' }),
        expect.objectContaining({ payer: null, payee: 'parts', amountMinor: '26050' }),
      ]),
    })
    for (const { payer, reference } of plan.payments)
      references[payer === 'wash' ? 'wash' : 'parts'] = reference
    expect(Object.values(references).toSorted()).toEqual(['ZARECHYE-1-1', 'ZARECHYE-1-2'])
    const shown = await settle('show', ...OF_FIRST)
    expect(shown.stdout).toContain(`settle approve --coalition zarechye --window 1 --plan ${plan.hash}`)
    expect(
      await settle('approve', ...OF_FIRST, '--plan', 'f'.repeat(64), '--key', town.adminKey),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[PLAN_CHANGED]'),
    })
    const approved = await data('approve', ...OF_FIRST, '--plan', plan.hash, '--key', town.adminKey)
    expect(approved.plan).toMatchObject({ windowStatus: 'APPROVED', payments: [{ status: 'OPEN' }, {}] })
  })

  test('gives its payment orders once everybody can be named', async () => {
    expect(await settle('orders', ...OF_FIRST, ...asTreasurer())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^The bank details of the coalition lack, .*: legalName \(Full legal name\), .*account \(.*Set them, whole: artel settle bank-details --coalition zarechye --file FILE\.json \[BANK_DETAILS_MISSING\]\n$/,
      ),
    })
    await writeFile(
      join(directory, 'wrong.json'),
      JSON.stringify({ taxID: '7707083893', bankCode: '0445252250000', vatRateBps: 2000 }),
    )
    const wrong = await settle('bank-details', '--file', 'wrong.json', '--member', 'wash')
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    for (const said of [
      'legalName is missing',
      'taxID is not known; did you mean "taxId"?',
      'bankCode must be',
    ])
      expect(wrong.stderr).toContain(`\n  ${said}`)
    expect(wrong.stderr).toContain('\n  vatRateBps - VAT')
    for (const [name, own] of Object.entries(BANK_DETAILS)) {
      const file = join(directory, `${name}.json`)
      await writeFile(file, JSON.stringify({ ...own, ...BANK }))
      const whose = name === 'coalition' ? asTreasurer() : ['--member', name]
      expect(await data('bank-details', '--file', file, ...whose)).toMatchObject({ legalName: own.legalName })
    }
    // The plan was approved before: a second person says the same.
    expect(await settle('orders', ...OF_FIRST, ...asTreasurer())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[BANK_DETAILS_UNCONFIRMED]'),
    })
    for (const name of Object.keys(BANK_DETAILS))
      for (const key of [asTreasurer(), ['--key', town.adminKey]]) {
        const whose = name === 'coalition' ? [] : ['--member', name]
        await data('bank-details', '--file', join(directory, `${name}.json`), ...whose, ...key)
      }
    expect(await data('orders', ...OF_FIRST, '--file', 'orders.txt', ...asTreasurer())).toEqual({
      file: 'orders.txt',
      format: '1c',
      orders: 1,
    })
    const text = new TextDecoder('windows-1251').decode(await readFile(join(directory, 'orders.txt')))
    expect(text).toContain('Получатель1=ООО «Коленвал»')
    expect(text).toContain('Сумма=260.50')
    // A member gets its own.
    const own = ['orders', ...OF_FIRST, '--format', 'pain001', ...asMember('wash')] as const
    expect(await data(...own)).toMatchObject({ file: 'zarechye-1-pain001.xml', orders: 1 })
    const xml = await readFile(join(directory, 'zarechye-1-pain001.xml'), 'utf8')
    expect(xml).toContain('<InstdAmt Ccy="RUB">330.00</InstdAmt>')
    // Who is only paid has nothing to order.
    const none = await settle('orders', ...OF_FIRST, '--lang', 'ru', ...asMember('parts'))
    expect(none.stderr).toMatch(/^За период 1 вам больше нечего платить\. .* \[NOT_FOUND\]\n$/)
  })

  test('is paid by what the bank says and by hand, and ends when nothing is missing', async () => {
    const file = join(directory, 'bank.txt')
    const day = { bookedOn: '2026-08-10', booked: true }
    const { account } = BANK_DETAILS.coalition
    await writeFile(
      file,
      exchangeFile(account, [
        { no: 1, direction: 'IN', sum: '300.00', party: WASH, purpose: `Расчёты ${references.wash}`, ...day },
        { no: 2, direction: 'IN', sum: '55.00', party: LANDLORD, purpose: 'За аренду', ...day },
      ]),
    )
    const imported = await settle('import', '--file', file, '--lang', 'ru', ...asTreasurer())
    expect(imported.stderr).toBe('')
    expect(imported.stdout).toMatch(/300,00 {2}оплачено частично +0,00 +Расчёты ZARECHYE-1-\d\n/)
    expect(imported.stdout).toMatch(
      /55,00 {2}ничего не оплачивает +55,00 {2}нет ни кода платежа.* {2}За аренду\n/,
    )
    expect(imported.stdout).toContain('Записано как оплаченное: 300,00.\nВ 1 строке остался')
    const again = await data('import', '--file', file, ...asTreasurer())
    expect(again).toMatchObject({
      format: 'CLIENT_BANK_EXCHANGE',
      lines: [{ verdict: 'PARTIAL', isNew: false }, {}],
    })
    const reread = await settle('import', '--file', file, '--lang', 'ru', ...asTreasurer())
    expect(reread.stdout).toMatch(/300,00 {2}оплачено частично, раньше +0,00 /)
    expect(reread.stdout).toContain('Записано как оплаченное: 0,00.')

    expect(await settle('settle-window', ...OF_FIRST, ...asTreasurer())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^[^\n]*\[WINDOW_STEP_NOT_READY\]\n$/),
    })
    const pay = (payment: string, amount: string, ...rest: string[]) =>
      data('pay', '--payment', payment, '--amount', amount, '--on', '2026-08-10', ...rest, ...asTreasurer())
    const once = ['--idempotency-key', 'cash-1']
    expect(await pay(references.wash, '30.00', '--note', 'Касса', ...once)).toMatchObject({
      leg: { status: 'PAID', paidMinor: '33000' },
      replayed: false,
    })
    expect(await pay(references.wash, '30.00', '--note', 'Касса', ...once)).toMatchObject({ replayed: true })
    // What the coalition paid is on its statement too; here as ISO 20022 has it.
    const camt = camtFile(account, [
      {
        no: 9,
        direction: 'OUT',
        sum: '260.50',
        party: WASH,
        purpose: '',
        endToEndId: references.parts,
        ...day,
      },
    ])
    await writeFile(join(directory, 'bank.xml'), camt)
    expect(await data('import', '--file', 'bank.xml', ...asTreasurer())).toMatchObject({
      format: 'CAMT_053',
      lines: [{ verdict: 'MATCHED', direction: 'OUT', otherPayer: true, pays: [{ amountMinor: '26050' }] }],
    })
    expect(await settle('pay', '--payment', 'ZARECHYE-1-9', '--amount', '1')).toMatchObject({
      code: 1,
      stderr: 'No approved plan has a payment "ZARECHYE-1-9". Known ones: settle show --window N.\n',
    })
    expect(await data('settle-window', ...OF_FIRST, ...asTreasurer())).toMatchObject({
      window: { status: 'SETTLED' },
    })
    expect(await data('check')).toEqual({ broken: [] })
    const { window, plan } = await data('show', ...OF_FIRST)
    expect(window.status).toBe('SETTLED')
    expect(plan.payments.map(({ status }: { status: string }) => status)).toEqual(['PAID', 'PAID'])
  })

  test('says misuse with 2, in one line', async () => {
    for (const line of ['setle', 'close --window one', 'propose --window 1 --method STAR']) {
      const [step, ...args] = line.split(' ')
      const { code, stderr } = await settle(step ?? '', ...args)
      expect({ step, code, stderr }).toEqual({ step, code: 2, stderr: expect.stringMatching(/^[^\n]+\n$/) })
    }
    expect(await settle('', '--json')).toMatchObject({ code: 2, stdout: '' })
  })
})
