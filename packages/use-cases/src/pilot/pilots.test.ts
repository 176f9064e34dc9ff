import { createHash } from 'node:crypto'
import { points } from '@artel/ledger'
import { pilotGroup, upliftOfReturning, upliftOfSpend } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { readRules as storedRulesOf } from '../purchase/stored-rules.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { editRule } from '../rule/edit-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { localDay } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { decidePilot } from './decide-pilot.ts'
import { type PlanPilotInput, planPilot } from './plan-pilot.ts'
import { readPilotResult } from './read-pilot-result.ts'
import { readPilots } from './read-pilots.ts'

const DAY_SECONDS = 86_400
const CUSTOMERS = 24
const names = Array.from({ length: CUSTOMERS }, (_, index) => `Customer ${index}`)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

let database: TestDatabase
let other: Store
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const aTown = () =>
  names
    .reduce((town, name) => town.withCustomer(name), aCoalition().withMember('wash').withMember('cafe'))
    .open(database.store)

const aPlan = (over: Partial<PlanPilotInput> = {}): PlanPilotInput => ({
  name: { en: 'Trial', ru: 'Проба' },
  ...{ controlBps: 4_000, fromDay: localDay(1), toDay: localDay(14), baseDays: 30 },
  ...over,
})

const sell = async (town: BuiltCoalition, name: string, rubles: number, handle = 'wash') =>
  (await recordPurchase(town.member(handle).context, aSale(town.customer(name), { total: roubles(rubles) })))
    .purchase
const advance = (town: BuiltCoalition, days: number) =>
  advanceClock(town.adminContext, { seconds: days * DAY_SECONDS })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)

/** What a rule says that holds on the days of {@link aPlan}. */
const inDays = (over: Parameters<typeof aDefinition>[0]) =>
  aDefinition({ schedule: { fromDay: localDay(1), toDay: localDay(14) }, ...over })

/** A rule of 100 points at the wash that is tried in the pilot. */
async function triedIn(town: BuiltCoalition, pilotId: string): Promise<void> {
  const { context } = town.member('wash')
  const { rule } = await draftRule(context, { definition: inDays({ pilotId }) })
  await scheduleRule(context, { id: rule.id })
}

describe('a pilot', () => {
  it('gives its control nothing, says so to the member, and measures both groups as the rows say', async () => {
    const town = await aTown()
    for (const [index, name] of names.entries()) await sell(town, name, 100 + index)
    const { pilot } = await planPilot(town.adminContext, aPlan())
    await triedIn(town, pilot.id)
    const { id, controlBps } = pilot
    const groupOf = (name: string) => pilotGroup({ id, controlBps }, town.customer(name).id, sha256)
    await advance(town, 2)

    const { context } = town.member('wash')
    const spent = new Map<string, bigint>()
    for (const [index, name] of names.entries()) {
      // A third stays away; what one bought at the other member counts too.
      if (index % 3 === 0) continue
      const sold = await sell(town, name, 1_000 + 10 * index)
      const isControl = groupOf(name) === 'CONTROL'
      const stored = storedRulesOf(sold.rules)
      expect(stored?.given.length).toBe(isControl ? 0 : 1)
      expect(stored?.skipped.map(({ reason }) => reason)).toEqual(isControl ? ['CONTROL_GROUP'] : [])
      const quote = await quotePurchase(context, {
        ...{ customer: { id: town.customer(name).id }, total: roubles(1_000), points: points(0n) },
      })
      expect(quote.given.length).toBe(isControl ? 0 : 1)
      await sell(town, name, 50, 'cafe')
      spent.set(name, 100_000n + 1_000n * BigInt(index) + 5_000n)
    }
    const [refunded = ''] = names.slice(1)
    const { id: purchaseId } = await sell(town, refunded, 500)
    await refundPurchase(context, {
      ...{ purchase: { id: purchaseId }, reason: 'Did not fit', idempotencyKey: uuidv7() },
      amount: roubles(200),
    })
    spent.set(refunded, (spent.get(refunded) ?? 0n) + 30_000n)

    const sums = (group: 'CONTROL' | 'TREATMENT') => {
      const values = names.filter((name) => groupOf(name) === group).map((name) => spent.get(name) ?? 0n)
      return {
        customers: BigInt(values.length),
        spent: values.reduce((sum, each) => sum + each, 0n),
        squares: values.reduce((sum, each) => sum + each ** 2n, 0n),
        returned: BigInt(values.filter((each) => each > 0n).length),
      }
    }
    const found = await readPilotResult(town.adminContext, pilot)
    const [treatment, control] = [sums('TREATMENT'), sums('CONTROL')]
    expect(found).toMatchObject({ treatment, control, status: 'RUNNING', proposal: 'WAIT' })
    expect(found.spend).toEqual(upliftOfSpend(treatment, control))
    expect(found.returning).toEqual(upliftOfReturning(treatment, control))
    await advance(town, 20)
    // After its last day nothing counts any more.
    await sell(town, refunded, 9_000)
    const over = await readPilotResult(town.adminContext, pilot)
    expect(over).toMatchObject({ treatment, control, status: 'OVER' })
    expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
      [],
    )
  })

  it('tells how many customers it needs from what they spent before', async () => {
    const town = await aTown()
    const before = await planPilot(town.adminContext, aPlan())
    expect(before.pilot).toMatchObject({ needsTreatment: null, needsControl: null })
    for (const [index, name] of names.entries()) await sell(town, name, 100 + index)
    await advance(town, 10)
    for (const [index, name] of names.entries()) await sell(town, name, 100 + index)
    await advance(town, 1)
    const plan = aPlan({ fromDay: localDay(12), toDay: localDay(16), upliftBps: 500 })
    const { pilot } = await planPilot(town.adminContext, plan)
    // Of 24 customers that spent 100 to 123 roubles the variance is 50 and the mean 111.5: 7.8489 x 50 / (5.575^2 x 0.24).
    expect(pilot).toMatchObject({ needsTreatment: 32n, needsControl: 22n })
  })

  it('leaves out who was merged', async () => {
    const town = await aTown()
    for (const name of names) await sell(town, name, 100)
    const { pilot } = await planPilot(town.adminContext, aPlan())
    const [into = '', from = ''] = names
    await mergeCustomers(town.adminContext, {
      ...{ customer: { id: town.customer(from).id }, into: { id: town.customer(into).id } },
      idempotencyKey: uuidv7(),
    })
    const { treatment, control } = await readPilotResult(town.adminContext, pilot)
    expect(treatment.customers + control.customers).toBe(BigInt(CUSTOMERS - 2))
  })

  it("measures a member's own purchases alone, and shows a member no other figures", async () => {
    const town = await aTown()
    const [at = '', elsewhere = ''] = names
    await sell(town, at, 100)
    await sell(town, elsewhere, 100, 'cafe')
    const wash = town.member('wash').context
    const { pilot: own } = await planPilot(wash, aPlan())
    const { pilot: common } = await planPilot(town.adminContext, aPlan())
    const { treatment, control } = await readPilotResult(wash, own)
    expect(treatment.customers + control.customers).toBe(1n)
    expect(await refusalOf(readPilotResult(wash, common))).toMatchObject({ code: 'NOT_FOUND' })
    const cafe = town.member('cafe').context
    expect(await refusalOf(readPilotResult(cafe, own))).toMatchObject({ code: 'NOT_FOUND' })
    expect((await readPilots(cafe, { limit: 10 })).map(({ id }) => id)).toEqual([common.id])
    expect((await readPilots(wash, { limit: 10 })).map(({ id }) => id)).toEqual([common.id, own.id])
  })
})

describe('what a rule may join', () => {
  it('is a pilot of its member or of all, about which nothing is decided', async () => {
    const town = await aTown()
    const { pilot } = await planPilot(town.member('cafe').context, aPlan())
    const joins = (pilotId: string) =>
      refusalOf(draftRule(town.member('wash').context, { definition: aDefinition({ pilotId }) }))
    const path = ['definition', 'pilotId']
    expect(await joins(pilot.id)).toMatchObject({ code: 'INVALID_INPUT', path })
    expect(await joins(uuidv7())).toMatchObject({ code: 'INVALID_INPUT', path })
    const { pilot: common } = await planPilot(town.adminContext, aPlan())
    await decidePilot(town.adminContext, { id: common.id, decision: 'STOP', reason: 'Too dear' })
    expect(await joins(common.id)).toMatchObject({ code: 'INVALID_INPUT', path })
  })

  it('is joined before it begins, within its days, and until it is over or decided', async () => {
    const town = await aTown()
    const { context } = town.member('wash')
    const { pilot } = await planPilot(town.adminContext, aPlan())
    const pilotId = pilot.id
    const path = ['definition', 'pilotId']
    expect(await refusalOf(draftRule(context, { definition: aDefinition({ pilotId }) }))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['definition', 'schedule'] },
    })
    const [{ rule }, { rule: waits }] = [
      await draftRule(context, { definition: inDays({ pilotId }) }),
      await draftRule(context, { definition: inDays({ pilotId }) }),
    ]
    await scheduleRule(context, { id: rule.id })
    await advance(town, 2)
    expect(await refusalOf(draftRule(context, { definition: inDays({ pilotId }) }))).toMatchObject({ path })
    const leave = () => editRule(context, { id: rule.id, version: 1, definition: inDays({}) })
    expect(await refusalOf(leave())).toMatchObject({ code: 'INVALID_INPUT', path })
    await decidePilot(town.adminContext, { id: pilotId, decision: 'STOP', reason: 'Too dear' })
    const starts = scheduleRule(context, { id: waits.id })
    expect(await refusalOf(starts)).toMatchObject({ code: 'INVALID_INPUT', path: ['id'] })
    await leave()
  })

  it('promises nothing of it to nobody in particular', async () => {
    const town = await aTown()
    const { pilot } = await planPilot(town.adminContext, aPlan())
    await triedIn(town, pilot.id)
    await advance(town, 2)
    const quote = await quotePurchase(town.member('wash').context, { total: roubles(1_000) })
    expect(quote).toMatchObject({ given: [], skipped: [{ reason: 'NOT_THIS_CUSTOMER' }] })
  })
})

describe('a decision', () => {
  it('stops at any time, scales once the last day is past, and is made once', async () => {
    const town = await aTown()
    const { pilot } = await planPilot(town.adminContext, aPlan())
    const { id } = pilot
    const early = decidePilot(town.adminContext, { id, decision: 'SCALE', reason: 'Looks good' })
    expect(await refusalOf(early)).toMatchObject({ code: 'PILOT_STATUS', pilotStatus: 'PLANNED' })
    await advance(town, 15)
    const decided = await decidePilot(town.adminContext, { id, decision: 'SCALE', reason: '+12 %' })
    expect(decided.pilot).toMatchObject({ decision: 'SCALE', reason: '+12 %' })
    const again = await decidePilot(town.adminContext, { id, decision: 'SCALE', reason: 'Once more' })
    expect(again.pilot.reason).toBe('+12 %')
    const changed = decidePilot(town.adminContext, { id, decision: 'STOP', reason: 'No' })
    expect(await refusalOf(changed)).toMatchObject({ code: 'PILOT_STATUS', pilotStatus: 'DECIDED' })
    const foreign = decidePilot(town.member('wash').context, { id, decision: 'STOP', reason: 'No' })
    expect(await refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is one, however many people decide at once in two processes', async () => {
    const town = await aTown()
    const { pilot } = await planPilot(town.adminContext, aPlan({ fromDay: localDay(1), toDay: localDay(1) }))
    await advance(town, 3)
    const answers = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        decidePilot(
          { ...town.adminContext, store: index % 2 === 0 ? town.adminContext.store : other },
          { id: pilot.id, decision: index % 4 < 2 ? 'SCALE' : 'STOP', reason: `No ${index}` },
        ),
      ),
    )
    const decided = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.pilot] : []))
    expect(new Set(decided.map(({ decision, reason }) => `${decision} ${reason}`)).size).toBe(1)
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(refused.every((error) => error.code === 'PILOT_STATUS')).toBe(true)
    const acts = await town.store.prisma.auditEvent.count({
      where: { coalitionId: town.id, act: 'pilotDecide', outcome: 'DONE' },
    })
    expect(acts).toBe(1)
  })
})

it('a rule that gave to the control is found by verify', async () => {
  const town = await aTown()
  const { pilot } = await planPilot(town.adminContext, aPlan())
  await triedIn(town, pilot.id)
  await advance(town, 2)
  for (const name of names) await sell(town, name, 1_000)
  const findings = async () =>
    (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings
  expect(await findings()).toEqual([])
  await asSuperuser(
    database.databaseUrl,
    `update pilot set control_bps = 9999 where coalition_id = '${town.id}'`,
  )
  expect(await findings()).toMatchObject([{ invariant: 'PILOT_SHARE', table: 'rule_version' }])
  await asSuperuser(
    database.databaseUrl,
    `update rule_version v set definition = replace(definition, '"controlBps":4000', '"controlBps":9999')
      from rule r where r.coalition_id = v.coalition_id and r.coalition_id = '${town.id}'`,
  )
  const given = await town.store.prisma.purchase.findMany({
    where: { coalitionId: town.id, rules: { contains: '"given":[{' } },
  })
  // Of each check the first row is named.
  const found = (await findings()).filter(({ invariant }) => invariant === 'PILOT_CONTROL')
  expect(found).toMatchObject([{ table: 'purchase' }])
  expect(given.map(({ id }) => id)).toContain(found[0]?.row.purchase_id)
})
