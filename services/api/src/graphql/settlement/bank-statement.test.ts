import { createApiKey, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BankMovement,
  type BuiltCoalition,
  camtFile,
  exchangeFile,
  planned,
  roubles,
  stated,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

const OWN = '40702810838000000017'
const WASH = { name: 'ООО «Блеск»', taxId: '7736050003', account: '40702810938000000027' }
const STRANGER = { name: 'ООО «Рога и копыта»', taxId: '7743013902', account: '40702810000000000099' }

let api: TestApi
let town: BuiltCoalition
let treasurer: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withMember('tyres')
    .withCustomer('Anna')
    .open(api.store)
  const scopes = ['settlement:propose', 'reports:read']
  treasurer = (await createApiKey(town.adminContext, { name: 'Treasurer', scopes })).secret
  const members = ['wash', 'parts', 'tyres'].map((handle) => town.member(handle))
  // Fees of 100.00, 50.00 and 20.00.
  for (const [index, total] of [20_000, 10_000, 4_000].entries())
    await recordPurchase(
      members[index]?.context ?? town.adminContext,
      aSale(town.customer('Anna'), { total: roubles(total) }),
    )
  const proposer = aTreasurer(town)
  const statements = await stated(proposer, 1)
  await planned(town, proposer, { windowNo: 1, statements, members })
})
afterAll(() => api.stop())

const IMPORT = `mutation ($input: BankStatementImportInput!) {
  bankStatementImport(input: $input) {
    __typename
    ... on UserError { code message path }
    ... on BankStatementImportPayload {
      replayed
      bankImport { id format runNo lineCount }
      lines { line direction amount { amountMinor } verdict reason otherPayer isNew foundBefore takesBack remarks { code field } remainder { amountMinor } allocations { legId amount { amountMinor } } }
    }
  }
}`

async function importFile(file: Uint8Array, over: { key?: string; idempotencyKey?: string } = {}) {
  const input = {
    contentBase64: Buffer.from(file).toString('base64'),
    idempotencyKey: over.idempotencyKey ?? freshKey(),
  }
  const { data, errors } = await api.call(IMPORT, { input }, { key: over.key ?? treasurer })
  return { ...data?.bankStatementImport, errors }
}

async function legs() {
  const query =
    '{ paymentLegs(windowNo: 1) { nodes { id reference status payer { handle } paid { amountMinor } } } }'
  const { data } = await api.call(query, {}, { key: treasurer })
  const nodes: { id: string; reference: string; status: string; payer: { handle: string }; paid: unknown }[] =
    data.paymentLegs.nodes
  return Object.fromEntries(nodes.map((leg) => [leg.payer.handle, leg]))
}

const movement = (no: number, sum: string, over: Partial<BankMovement>): BankMovement => ({
  ...{ no, sum, direction: 'IN', party: WASH, purpose: '', bookedOn: '2026-08-10', booked: true, ...over },
})

test('a camt.053 file over HTTP pays exactly, in part and in excess, explains the rest, and is imported once', async () => {
  const before = await legs()
  const file = camtFile(OWN, [
    movement(1, '100.00', { purpose: `Settlement ${before.wash?.reference}` }),
    movement(2, '30.00', { endToEndId: before.parts?.reference ?? '', party: STRANGER }),
    movement(3, '25.00', { purpose: before.tyres?.reference ?? '' }),
    movement(4, '12.34', { purpose: 'ZARECHYE-9-9', party: STRANGER }),
  ])
  expect(await importFile(file, { key: town.member('wash').apiKey })).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  })
  const first = await importFile(file, { idempotencyKey: 'august' })
  const pays = (handle: string, amountMinor: string) => [
    { legId: before[handle]?.id, amount: { amountMinor } },
  ]
  const left = (amountMinor: string) => ({ remainder: { amountMinor } })
  expect(first).toMatchObject({
    replayed: false,
    bankImport: { format: 'CAMT_053', runNo: 1, lineCount: 4 },
    lines: [
      { verdict: 'MATCHED', reason: null, isNew: true, ...left('0'), allocations: pays('wash', '10000') },
      {
        verdict: 'PARTIAL',
        reason: null,
        ...left('0'),
        allocations: pays('parts', '3000'),
        otherPayer: true,
      },
      { verdict: 'OVER_PAID', reason: 'NOTHING_LEFT', ...left('500'), allocations: pays('tyres', '2000') },
      { verdict: 'UNMATCHED', reason: 'UNKNOWN_PAYER', isNew: false, ...left('1234'), allocations: [] },
    ],
  })
  const after = await legs()
  expect([after.wash?.status, after.parts?.status, after.tyres?.status]).toEqual(['PAID', 'PARTIAL', 'PAID'])
  const { replayed: _, ...answer } = first
  expect(await importFile(file, { idempotencyKey: 'august' })).toEqual({ ...answer, replayed: true })
  const known = answer.lines.map((line: { allocations: unknown[] }) => ({
    ...line,
    ...{ isNew: false, foundBefore: line.allocations.length > 0 },
  }))
  expect(await importFile(file)).toMatchObject({ bankImport: answer.bankImport, lines: known })
  expect(await legs()).toEqual(after)
  expect(await importFile(camtFile(OWN, []), { idempotencyKey: 'august' })).toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
})

test('the rest comes in the text that 1C takes, in Windows-1251; a file that is none is refused', async () => {
  const { parts } = await legs()
  const file = exchangeFile(OWN, [
    movement(7, '20.00', { purpose: `Расчёты по программе лояльности, ${parts?.reference}` }),
  ])
  expect(await importFile(file)).toMatchObject({
    bankImport: { format: 'CLIENT_BANK_EXCHANGE' },
    lines: [{ verdict: 'MATCHED', amount: { amountMinor: '2000' } }],
  })
  expect((await legs()).parts).toMatchObject({ status: 'PAID', paid: { amountMinor: '5000' } })
  const broken = new TextEncoder().encode('<?xml version="1.0"?><Document/>')
  expect(await importFile(broken)).toMatchObject({ code: 'BANK_FILE_UNREADABLE' })
})

const REVERSE = `mutation ($input: PaymentReverseInput!) {
  paymentReverse(input: $input) {
    __typename
    ... on UserError { code message }
    ... on PaymentReversePayload {
      replayed window { status } leg { status paid { amountMinor } }
      payment { amount { amountMinor } reversal { reason source takenBackOn entryId reversedById } }
    }
  }
}`

async function paymentsOf(handle: string) {
  const query = `{ paymentLegs(windowNo: 1) { nodes { payer { handle } payments { id source reversal { source reason } } } } }`
  const { data } = await api.call(query, {}, { key: treasurer })
  const nodes: { payer: { handle: string }; payments: { id: string; reversal: unknown }[] }[] =
    data.paymentLegs.nodes
  return nodes.find(({ payer }) => payer.handle === handle)?.payments ?? []
}

test('a payment is taken back by a person, once a key, and by the bank; what is odd in a file is told', async () => {
  const [paid] = await paymentsOf('wash')
  const input = {
    ...{ paymentId: paid?.id, reason: 'recorded twice', takenBackOn: '2026-08-11' },
    idempotencyKey: freshKey(),
  }
  const reverse = async (over: object = {}, key = treasurer) => {
    const { data, errors } = await api.call(REVERSE, { input: { ...input, ...over } }, { key })
    return { ...data?.paymentReverse, errors }
  }
  expect(await reverse({}, town.member('wash').apiKey)).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  })
  const answer = {
    window: { status: 'APPROVED' },
    leg: { status: 'OPEN', paid: { amountMinor: '0' } },
    payment: { amount: { amountMinor: '10000' }, reversal: { reason: 'recorded twice', source: 'MANUAL' } },
  }
  expect(await reverse()).toMatchObject({ ...answer, replayed: false })
  expect(await reverse()).toMatchObject({ ...answer, replayed: true })
  expect(await reverse({ idempotencyKey: freshKey() })).toMatchObject({ code: 'PAYMENT_REVERSED_ALREADY' })
  expect(await reverse({ reason: 'another' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_MISMATCH' })

  const { tyres } = await legs()
  const purpose = `Возврат платежа, счёт закрыт, ${tyres?.reference}`
  const back = movement(9, '25.00', { direction: 'OUT', bookedOn: '2026-08-12', purpose })
  const [tyresPaid] = await paymentsOf('tyres')
  // The bank leaves out the number of the document.
  const file = exchangeFile(OWN, [{ ...back, no: '' }])
  expect((await importFile(file)).lines).toMatchObject([
    {
      ...{ verdict: 'REVERSED', takesBack: [tyresPaid?.id], isNew: true, reason: null },
      remarks: [{ code: 'NO_NUMBER', field: 'Номер' }],
    },
  ])
  expect((await legs()).tyres).toMatchObject({ status: 'OPEN', paid: { amountMinor: '0' } })
  expect(await paymentsOf('tyres')).toMatchObject([{ reversal: { source: 'BANK', reason: purpose } }])
})

test('what is on record is not recorded by hand again unless it is said to be another payment', async () => {
  const { parts } = await legs()
  const record = async (over: object) => {
    const input = { ...{ legId: parts?.id, amountMinor: '2000', paidOn: '2026-08-10' }, ...over }
    const query = `mutation ($input: PaymentRecordInput!) { paymentRecord(input: $input) { __typename
      ... on PaymentRecordedAlreadyError { code paymentId } ... on PaymentRecordPayload { leg { paid { amountMinor } } } } }`
    const { data } = await api.call(
      query,
      { input: { ...input, idempotencyKey: freshKey() } },
      { key: treasurer },
    )
    return data.paymentRecord
  }
  const ids = (await paymentsOf('parts')).map(({ id }) => id)
  const refused = await record({})
  expect(refused).toMatchObject({ code: 'PAYMENT_RECORDED_ALREADY' })
  expect(ids).toContain(refused.paymentId)
  expect(await record({ isAnother: true })).toMatchObject({ leg: { paid: { amountMinor: '7000' } } })
})

test('the largest file that the schema names is read, and of a larger one the field is named', async () => {
  const ofSize = (size: number) => importFile(Buffer.alloc(size, 'x'))
  expect(await ofSize(750 * 1_024)).toMatchObject({ code: 'BANK_FILE_UNREADABLE', errors: [] })
  expect(await ofSize(750 * 1_024 + 1)).toMatchObject({
    ...{ code: 'INVALID_INPUT', path: ['input', 'contentBase64'] },
  })
})
