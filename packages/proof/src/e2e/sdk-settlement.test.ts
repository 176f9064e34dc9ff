import { buffer } from 'node:stream/consumers'
import { checkStatementFile } from '@artel/documents'
import { pdfText } from '@artel/documents/testing'
import {
  AlreadyExistsError,
  type Artel,
  AuthenticationError,
  BankFileUnreadableError,
  DisputeResolvedAlreadyError,
  DisputeTooLateError,
  EarlierWindowPendingError,
  InvalidInputError,
  NotFoundError,
  PaymentLegClosedError,
  PermissionError,
  PlanApproverIsProposerError,
  PlanChangedError,
  RefusalError,
  type StatementForm,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
} from '@artel/sdk'
import { camtFile } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rub, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
let treasurer: Artel
beforeAll(async () => {
  world = await startSdkWorld()
  const scopes = ['settlement:propose', 'settlement:approve', 'reports:read']
  const { secret } = await (await world.anAdministrator('treasurer')).apiKeys
    .create({ name: 'Treasurer', scopes })
    .unwrap()
  treasurer = world.client(secret)
  const { id } = await world.customerWith150Points()
  const sale = { customer: { id }, receiptRef: 'wash-1', total: rub(1_000), points: 100n }
  await world.wash.purchases.record(sale).unwrap()
})
afterAll(() => world?.stop())

const ACCOUNT = '40702810838000000017'
const SERVICE = { name: 'Motor Yard', taxId: '7736050003', account: '40702810938000000027' }
const statementOf = async (member: Artel) => {
  const [own] = await member.settlement.statements({ windowNo: 1 }).toArray({ limit: 10 })
  if (!own) throw new Error('The member has no statement')
  return own
}
const legTo = async (member: Artel) => {
  const [own] = await member.settlement.legs({ windowNo: 1 }).toArray({ limit: 10 })
  if (!own) throw new Error('The member has no payment')
  return own
}
const imported = (movements: Parameters<typeof camtFile>[1]) =>
  treasurer.settlement.importBankStatement({
    contentBase64: Buffer.from(camtFile(ACCOUNT, movements)).toString('base64'),
  })

describe('a window settled through the SDK', () => {
  it('closes by its cut-off or by hand, and is stated in the order of windows', async () => {
    const { settlement } = treasurer
    const early = settlement.closeWindow({ windowNo: 1 }).unwrap()
    await expect(early).rejects.toBeInstanceOf(WindowStepNotReadyError)
    await expect(early).rejects.toMatchObject({ missing: expect.arrayContaining(['CUT_OFF']) })
    await expect(settlement.issueStatements({ windowNo: 1 }).unwrap()).rejects.toBeInstanceOf(
      WindowStepOutOfOrderError,
    )
    await expect(world.service.settlement.closeWindow({ windowNo: 1 })).rejects.toBeInstanceOf(
      PermissionError,
    )
    const { window } = await settlement.closeWindow({ windowNo: 1, early: true }).unwrap()
    expect(window).toMatchObject({ windowNo: 1, status: 'CLOSED' })
    await settlement.closeWindow({ windowNo: 2, early: true }).unwrap()
    await expect(settlement.issueStatements({ windowNo: 2 }).unwrap()).rejects.toBeInstanceOf(
      EarlierWindowPendingError,
    )
    await expect(settlement.proposePlan({ windowNo: 1 }).unwrap()).rejects.toBeInstanceOf(
      WindowStepOutOfOrderError,
    )
    const { statements } = await settlement.issueStatements({ windowNo: 1 }).unwrap()
    // The service: 150 points at 0.10, and 100 of them spent at the wash at 0.90. The wash gets 0.88 of those, and pays
    // 0.10 for its own 27.
    expect(statements.map(({ member, toPay }) => [member.handle, toPay.amountMinor]).toSorted()).toEqual([
      ['blesk', '-8530'],
      ['motor-yard', '10500'],
    ])
    const windows = await settlement.windows().toArray({ limit: 10 })
    expect(windows.map(({ windowNo, status }) => [windowNo, status])).toEqual([
      [3, 'OPEN'],
      [2, 'CLOSED'],
      [1, 'STATED'],
    ])
  })

  it('has a line disputed, decided once, and statements accepted, after which nothing can be disputed', async () => {
    const { settlement } = world.service
    const { id: statementId, lineCount } = await statementOf(world.service)
    const lines = await settlement.lines(statementId).toArray({ limit: 10 })
    expect(lines).toHaveLength(lineCount)
    const [line] = lines
    if (!line) throw new Error('The statement has no line')
    const { entryId, position } = line
    const doubt = { statementId, entryId, position, reason: 'Not our receipt', evidence: ['photo-1'] }
    const { dispute } = await settlement.openDispute(doubt).unwrap()
    expect(dispute).toMatchObject({ evidence: ['photo-1'], resolution: null })
    await expect(settlement.openDispute(doubt).unwrap()).rejects.toBeInstanceOf(AlreadyExistsError)
    const decision = { disputeId: dispute.id, outcome: 'REJECTED', note: 'It is yours' } as const
    await expect(settlement.resolveDispute(decision)).rejects.toBeInstanceOf(PermissionError)
    const decided = await world.admin.settlement.resolveDispute(decision).unwrap()
    expect(decided.dispute.resolution).toMatchObject({ outcome: 'REJECTED' })
    await expect(world.admin.settlement.resolveDispute(decision).unwrap()).rejects.toBeInstanceOf(
      DisputeResolvedAlreadyError,
    )
    const foreign = settlement.acceptStatement({ statementId: (await statementOf(world.wash)).id }).unwrap()
    await expect(foreign).rejects.toBeInstanceOf(NotFoundError)
    for (const member of [world.service, world.wash]) {
      const own = await statementOf(member)
      await member.settlement.acceptStatement({ statementId: own.id }).unwrap()
    }
    const late = settlement.openDispute({ ...doubt, position: position + 1 }).unwrap()
    await expect(late).rejects.toBeInstanceOf(DisputeTooLateError)
  })

  it('hands its statements over as files, in every form, to those who may read them', async () => {
    const { id } = await statementOf(world.service)
    const read = async (member: Artel, form: StatementForm) => {
      const { body, ...head } = await member.settlement.downloadStatement(id, form)
      return { ...head, bytes: await buffer(body) }
    }
    const json = await read(world.service, { format: 'json' })
    expect(json).toMatchObject({ fileName: `statement-${id}.json`, requestId: expect.any(String) })
    expect(JSON.parse(json.bytes.toString())).toMatchObject({ id, format: 'artel-statement' })
    const english = await read(world.admin, { format: 'csv', language: 'en' })
    const russian = await read(treasurer, { format: 'csv', language: 'ru' })
    expect(english.mediaType).toBe('text/csv; charset=utf-8')
    expect(english.bytes.toString()).toMatch(/^No,Date,Time,Kind,/)
    // What a Russian Excel opens: a byte order mark, semicolons.
    expect(russian.bytes.toString()).toMatch(/^\ufeff№;Дата;Время;/)
    for (const { bytes } of [json, english, russian])
      expect(await checkStatementFile(bytes)).toMatchObject({ ok: true })
    const act = await read(world.service, { format: 'pdf', language: 'ru' })
    const account = await read(world.service, { format: 'pdf', language: 'en' })
    expect(act.mediaType).toBe('application/pdf')
    expect(pdfText(act.bytes)).toContain('Акт сверки взаимных расчётов № 1')
    expect(pdfText(account.bytes)).toContain('Statement of account No. 1')
    await expect(read(world.wash, { format: 'json' })).rejects.toBeInstanceOf(NotFoundError)
    const orders = treasurer.settlement.downloadPaymentOrders(1, { format: 'pain001' })
    await expect(orders).rejects.toBeInstanceOf(NotFoundError)
    const { secret } = await world.admin.apiKeys
      .create({ name: 'Clerk', scopes: ['settlement:propose'] })
      .unwrap()
    await expect(read(world.client(secret), { format: 'json' })).rejects.toBeInstanceOf(PermissionError)
    await expect(read(world.client('ak_test_nobody'), { format: 'json' })).rejects.toBeInstanceOf(
      AuthenticationError,
    )
  })

  it('is planned, and approved by another person as it was read', async () => {
    const { settlement } = world.admin
    const { plan } = await settlement.proposePlan({ windowNo: 1, method: 'HUB' }).unwrap()
    expect(plan).toMatchObject({ total: { amountMinor: '19030' }, payments: [{}, {}] })
    const approval = { planId: plan.id, planHash: plan.hash }
    await expect(settlement.approvePlan(approval).unwrap()).rejects.toBeInstanceOf(
      PlanApproverIsProposerError,
    )
    const other = treasurer.settlement.approvePlan({ ...approval, planHash: 'f'.repeat(64) }).unwrap()
    await expect(other).rejects.toBeInstanceOf(PlanChangedError)
    await expect(other).rejects.toMatchObject({ planHash: plan.hash })
    const { window } = await treasurer.settlement.approvePlan(approval).unwrap()
    expect(window.status).toBe('APPROVED')
    const [listed] = await treasurer.settlement.plans({ windowNo: 1 }).toArray({ limit: 5 })
    expect(listed).toMatchObject({ id: plan.id, approvals: [{}] })
    await expect(world.wash.settlement.plans().toArray({ limit: 5 })).rejects.toBeInstanceOf(PermissionError)
  })

  it('is paid by hand and by what the bank says, and ends when nothing is missing or is given up', async () => {
    const { settlement } = treasurer
    await world.service.settlement
      .setBankDetails({ legalName: SERVICE.name, taxId: SERVICE.taxId, account: SERVICE.account })
      .unwrap()
    const nowhere = await treasurer.settlement
      .downloadPaymentOrders(1, { format: '1c' })
      .catch((error: unknown) => error)
    expect(nowhere).toBeInstanceOf(RefusalError)
    expect(nowhere).toMatchObject({
      code: 'BANK_DETAILS_MISSING',
      fields: expect.arrayContaining(['account']),
    })
    const nameless = world.service.settlement.setBankDetails({ legalName: ' ' }).unwrap()
    await expect(nameless).rejects.toBeInstanceOf(InvalidInputError)
    const paidOn = '2026-08-10'
    const { id: legId } = await legTo(world.service)
    const cash = { legId, amountMinor: 5_000n, paidOn, idempotencyKey: 'cash-1' }
    const { leg } = await settlement.recordPayment(cash).unwrap()
    expect(leg).toMatchObject({ status: 'PARTIAL', paid: { amountMinor: '5000' } })
    expect(await settlement.recordPayment(cash).unwrap()).toMatchObject({ replayed: true })
    const unpaid = settlement.settleWindow({ windowNo: 1 }).unwrap()
    await expect(unpaid).rejects.toBeInstanceOf(WindowStepNotReadyError)

    const rest = { no: 1, direction: 'IN', sum: '55.00', party: SERVICE, purpose: 'Points' } as const
    const once = await imported([{ ...rest, bookedOn: paidOn, booked: true }]).unwrap()
    const found = { verdict: 'MATCHED', remainder: { amountMinor: '0' } }
    expect(once).toMatchObject({ bankImport: { runNo: 1 }, lines: [{ ...found, isNew: true }] })
    const again = await imported([{ ...rest, bookedOn: paidOn, booked: true }]).unwrap()
    expect(again).toMatchObject({
      bankImport: { id: once.bankImport.id },
      lines: [{ ...found, isNew: false }],
    })
    expect((await legTo(world.service)).status).toBe('PAID')
    const nonsense = settlement.importBankStatement({ contentBase64: 'bm9uc2Vuc2U=' }).unwrap()
    await expect(nonsense).rejects.toBeInstanceOf(BankFileUnreadableError)

    // Nobody pays the wash until its day has passed: the window no longer waits, and the debt stays.
    await world.admin.coalition.advanceClock({ seconds: 60 * 86_400 }).unwrap()
    const { window } = await settlement.settleWindow({ windowNo: 1, carryForwardUnpaid: true }).unwrap()
    expect(window.status).toBe('SETTLED')
    const owed = await legTo(world.wash)
    expect(owed.status).toBe('RECEIVABLE')
    const after = settlement.recordPayment({ legId: owed.id, amountMinor: 8_530n, paidOn }).unwrap()
    await expect(after).rejects.toBeInstanceOf(PaymentLegClosedError)
  })
})

it('shows and sets the days by which payments are due', async () => {
  const days = [{ day: '2027-02-22', kind: 'DAY_OFF' as const, note: 'Moved' }]
  const set = await world.admin.coalition.setBusinessDays({ year: 2027, days }).unwrap()
  expect(await world.wash.coalition.businessDays(2027)).toEqual(set.days)
  expect(set.days).toContainEqual({ ...days[0], source: 'COALITION' })
  const wrong = world.admin.coalition.setBusinessDays({ year: 2026, days }).unwrap()
  await expect(wrong).rejects.toBeInstanceOf(InvalidInputError)
  await expect(world.wash.coalition.setBusinessDays({ year: 2027, days })).rejects.toBeInstanceOf(
    PermissionError,
  )
})
