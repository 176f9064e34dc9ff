import {
  CoalitionWindingDownError,
  InvalidInputError,
  InvalidRequestError,
  MemberExitIncompleteError,
  NotFoundError,
  PermissionError,
  SaleTooLateError,
  TermsNotOpenError,
  type TermsProposeInput,
} from '@artel/sdk'
import { foldFigures } from '@artel/store'
import { localDay } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rub, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
let customerId: string
beforeAll(async () => {
  world = await startSdkWorld()
  customerId = (await world.customerWith150Points()).id
  await world.service.customers.enrol({ name: 'Boris', reference: 'client-7', consentVersion: '1' }).unwrap()
  await world.admin.coalition.advanceClock({ seconds: AHEAD_DAYS * 86_400 }).unwrap()
  await world.wash.purchases
    .record({ customer: { id: customerId }, receiptRef: 'W-1', total: rub(1_000), points: 100n })
    .unwrap()
})
afterAll(() => world?.stop())

const DAY_MS = 86_400_000
/** How far ahead of the machine's the coalition's clock runs: its members joined long before. */
const AHEAD_DAYS = 45
const isoDay = (daysAgo: number) => new Date(Date.now() + (AHEAD_DAYS - daysAgo) * DAY_MS).toISOString()

describe('terms', () => {
  const terms: TermsProposeInput['terms'] = {
    reservePrice: 900_000n,
    issueFee: 100_000n,
    redeemFee: 20_000n,
    contractTextEn: 'One point is still one rouble.',
    contractTextRu: 'Один балл по-прежнему рубль.',
  }

  it('are proposed, shown with who is missing, accepted, and withdrawn until they bind', async () => {
    const { admin, service } = world
    const startsAt = isoDay(-2)
    const { terms: proposed } = await admin.terms.propose({ startsAt, terms }).unwrap()
    await expect(service.terms.propose({ startsAt, terms })).rejects.toBeInstanceOf(PermissionError)
    const late = admin.terms.propose({ startsAt: isoDay(1), terms }).unwrap()
    await expect(late).rejects.toBeInstanceOf(InvalidInputError)
    const consent = { termsId: proposed.id, contractHash: proposed.contractHash, acceptedBy: 'The owner' }
    await service.members.acceptTerms(consent).unwrap()
    const [newest, first] = await service.terms.versions()
    expect(newest).toMatchObject({ standing: 'PROPOSED', missing: [{ handle: 'blesk' }] })
    expect(newest?.acceptances.map(({ acceptedBy }) => acceptedBy)).toEqual(['The owner'])
    await admin.terms.withdraw({ termsId: proposed.id }).unwrap()
    await expect(world.wash.members.acceptTerms(consent).unwrap()).rejects.toBeInstanceOf(TermsNotOpenError)
    const bound = admin.terms.withdraw({ termsId: first?.terms.id ?? '' }).unwrap()
    await expect(bound).rejects.toBeInstanceOf(TermsNotOpenError)
    expect(await admin.terms.revalue()).toBeNull()
  })
})

describe('sales that the terms alone do not allow', () => {
  it('are refused as too late, and taken once the coalition approves them', async () => {
    const { admin, service } = world
    const sale = {
      customer: { id: customerId },
      receiptRef: 'late-1',
      total: rub(100),
      occurredAt: isoDay(40),
    }
    const refused = service.purchases.record(sale).unwrap()
    await expect(refused).rejects.toBeInstanceOf(SaleTooLateError)
    const { id: memberId } = await service.members.me()
    const late = { memberId, receiptRef: 'late-1', reason: 'The till was broken' }
    await expect(service.saleApprovals.approveLate(late)).rejects.toBeInstanceOf(PermissionError)
    const { approval } = await admin.saleApprovals.approveLate(late).unwrap()
    expect(approval).toMatchObject({ receiptRef: 'late-1', isApproved: true })
    const { purchase } = await service.purchases.record(sale).unwrap()
    expect(purchase.receiptRef).toBe('late-1')
    await admin.saleApprovals.approveCredit({ memberId, receiptRef: 'large-1', reason: 'A fleet' }).unwrap()
    expect(await admin.saleApprovals.waiting()).toEqual([])
    const nobody = admin.saleApprovals.approveLate({ ...late, memberId: 'mbr_1' }).unwrap()
    await expect(nobody).rejects.toBeInstanceOf(NotFoundError)
  })
})

describe('sales files', () => {
  it('are handed in once, read line by line, and what is missing is recorded late', async () => {
    const { service } = world
    const day = localDay(AHEAD_DAYS - 1)
    const file = [
      'receipt,date,total,customer',
      `F-1,${day} 12:00,200,client-7`,
      `F-2,${day} 12:00,5,nobody`,
    ].join('\n')
    const run = await service.reconciliations.handIn(file)
    expect(run).toMatchObject({ replayed: false, rowCount: 2, missingHere: 2, unreadable: 0 })
    expect(await service.reconciliations.handIn(file)).toMatchObject({ id: run.id, replayed: true })
    expect(await service.reconciliations.get(run.id)).toMatchObject({
      rowCount: 2,
      member: { handle: 'motor-yard' },
    })
    expect(await world.wash.reconciliations.get(run.id)).toBeNull()
    const listed = await service.reconciliations.list().toArray({ limit: 5 })
    expect(listed.map(({ id }) => id)).toEqual([run.id])
    const lines = await service.reconciliations
      .lines(run.id, { kinds: ['MISSING_HERE'] })
      .toArray({ limit: 5 })
    expect(lines).toMatchObject([{ receiptRef: 'F-1', fileLine: 2 }, { receiptRef: 'F-2' }])
    const positions = lines.map(({ position }) => position)
    const { sales } = await service.reconciliations
      .recordLate({ reconciliationId: run.id, positions })
      .unwrap()
    expect(sales).toMatchObject([
      { purchase: { receiptRef: 'F-1' }, refusal: null },
      { purchase: null, refusal: { code: 'NOT_FOUND' } },
    ])
    await expect(service.reconciliations.handIn('')).rejects.toBeInstanceOf(InvalidRequestError)
  })

  it('are read as this call says, or as it was kept for the member', async () => {
    const { reconciliations } = world.service
    const file = `Bon;Tag;Brutto\nF-3;${localDay(-1)};1,250`
    const columns = { receipt: 'Bon', date: 'Tag', total: 'Brutto' }
    const said = await reconciliations.handIn(file, { columns, decimalMark: ',', save: true })
    expect(said).toMatchObject({ readBy: 'CALLER', rowCount: 1, reading: { mapping: null } })
    expect(said.reading?.columns.total).toMatchObject({ header: 'Brutto', foundBy: 'CALLER' })
    expect(await reconciliations.handIn(file)).toMatchObject({ id: said.id, readBy: 'SAVED' })
    const { salesMapping } = await reconciliations.setMapping({}).unwrap()
    expect(salesMapping).toBeNull()
  })
})

describe('figures', () => {
  it('say what a period came to, by what, who brought whom and who stays', async () => {
    const { admin, wash } = world
    // The sandbox has no worker: its figures are counted when somebody looks after them.
    const { id } = await world.store.prisma.coalition.findFirstOrThrow()
    while ((await foldFigures(world.store, id)).more);
    const period = { from: localDay(0), to: localDay(AHEAD_DAYS) }
    const { total, parts, cost } = await admin.figures.period({ ...period, by: 'MONTH', marginBps: 3_000 })
    expect(total.sums.purchases).toBeGreaterThan(1)
    expect(parts.reduce((sum, { sums }) => sum + sums.purchases, 0)).toBe(total.sums.purchases)
    expect(cost?.total.amountMicros).toMatch(/^\d+$/)
    const own = await wash.figures.period(period)
    expect(own).toMatchObject({ member: { handle: 'blesk' }, total: { sums: { pointsSpent: '100' } } })
    expect((await admin.figures.by({ ...period, dimension: 'MEMBER' })).length).toBe(2)
    expect(await admin.figures.firstVisits(period)).toMatchObject([
      { from: { handle: 'motor-yard' }, to: { handle: 'blesk' }, customers: 1 },
    ])
    expect((await admin.figures.retention({ months: 3 })).length).toBeGreaterThan(0)
    await expect(wash.figures.retention({ of: 'PARTNERS' })).rejects.toBeInstanceOf(PermissionError)
  })
})

describe('reports', () => {
  it('say who brings whom, what is late, what will be left, and what joining would bring', async () => {
    const { admin, service, wash } = world
    const { cells } = await wash.reports.reciprocity()
    expect(cells).toMatchObject([
      { issuer: { handle: 'motor-yard' }, redeemer: { handle: 'blesk' }, points: '100' },
    ])
    expect((await wash.reports.reciprocity({ to: isoDay(30) })).cells).toEqual([])
    const { members } = await admin.reports.ageing()
    expect(members).toEqual([])
    const { cohorts } = await service.reports.breakage({ months: 3 })
    expect(cohorts.map(({ redeemed }) => redeemed)).toContain('100')
    const sold = { sales: [{ soldAt: isoDay(40), totalMinor: 100_000n }] }
    const { fundings, months } = await service.reports.simulateJoining(sold).unwrap()
    expect([fundings.length > 0, months.length > 0]).toEqual([true, true])
    const wrong = service.reports.simulateJoining({ ...sold, deposits: [-1n] }).unwrap()
    await expect(wrong).rejects.toBeInstanceOf(InvalidInputError)
  })
})

describe('an exit', () => {
  it('goes by its steps, names what is missing, and ends with the coalition', async () => {
    const { admin, wash, service } = world
    const { id: memberId } = await wash.members.me()
    expect(await wash.exits.get()).toBeNull()
    await wash.exits.notice({ reason: 'It moves', redemptionDays: 0 }).unwrap()
    const early = admin.members.close({ memberId }).unwrap()
    await expect(early).rejects.toBeInstanceOf(MemberExitIncompleteError)
    await expect(wash.exits.estimate({ memberId })).rejects.toBeInstanceOf(PermissionError)
    const { estimate } = await admin.exits.estimate({ memberId }).unwrap()
    expect(estimate).toMatchObject({ estimateNo: 1, lotCount: 1 })
    const amountMicros = BigInt(estimate.guaranteeNeeded.amountMicros) + 1n
    const guarantee = { memberId, kind: 'GUARANTEE', amountMicros, reference: 'No. 7' } as const
    await admin.exits.guarantee(guarantee).unwrap()
    const standing = await admin.exits.get({ memberId })
    expect(standing).toMatchObject({ reason: 'It moves', guarantees: [{ reference: 'No. 7' }] })
    expect(await service.exits.get()).toBeNull()
    const { exiting } = await admin.exits
      .windDown({ reason: 'The town has gone', redemptionDays: 30 })
      .unwrap()
    // The wash goes on leaving, the service begins to.
    expect(exiting).toBe(2)
    const twice = admin.exits.windDown({ reason: 'Again' }).unwrap()
    await expect(twice).rejects.toBeInstanceOf(CoalitionWindingDownError)
  })
})
