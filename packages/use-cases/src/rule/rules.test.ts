import { minor, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { loadRunningRules } from '../terms/running-rules.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { localDay, noonOf } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { draftRule } from './draft-rule.ts'
import { editRule } from './edit-rule.ts'
import { endRule } from './end-rule.ts'
import { pauseRule } from './pause-rule.ts'
import { readRules, statusOfRule } from './read-rules.ts'
import { resumeRule } from './resume-rule.ts'
import { scheduleRule } from './schedule-rule.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const running = async (handle: string) =>
  (await loadParticipation(database.store, { coalitionId: town.id, memberId: town.member(handle).id }))
    .runningRules

/** A draft of the wash, or what a test says otherwise. */
const drafted = async (definition: Partial<RuleDefinitionInput> = {}, context = wash()) =>
  (await draftRule(context, { definition: aDefinition(definition) })).rule

const scheduled = async (definition: Partial<RuleDefinitionInput> = {}) =>
  (await scheduleRule(wash(), { id: (await drafted(definition)).id })).rule

/** ISO date of so many days from today. */

describe('the life of a rule', () => {
  it('gives nothing as a draft, gives from its scheduling on, not while it is paused, and never after its end', async () => {
    const given = async () => {
      const quote = await quotePurchase(wash(), {
        ...{ customer: { id: town.customer('Anna').id }, total: roubles(1000), points: points(0n) },
      })
      return quote.pointsToEarn
    }
    const rule = await drafted()
    expect(rule).toMatchObject({ status: 'DRAFT', version: 1 })
    expect(await given()).toBe(50n)
    await scheduleRule(wash(), { id: rule.id })
    expect(await given()).toBe(150n)
    const { purchase } = await recordPurchase(wash(), aSale(town.customer('Anna')))
    expect(purchase.pointsEarned).toBe(150n)
    await pauseRule(wash(), { id: rule.id })
    expect(await given()).toBe(50n)
    await resumeRule(wash(), { id: rule.id })
    expect(await given()).toBe(150n)
    const { rule: ended } = await endRule(wash(), { id: rule.id })
    expect(ended.status).toBe('ENDED')
    expect(await given()).toBe(50n)
  })

  it('answers a step that was taken before as it did, and refuses one that does not begin there', async () => {
    const rule = await drafted()
    expect(await refusalOf(pauseRule(wash(), { id: rule.id }))).toMatchObject({
      ...{ code: 'RULE_STATUS', ruleStatus: 'DRAFT' },
    })
    expect(await refusalOf(resumeRule(wash(), { id: rule.id }))).toMatchObject({ code: 'RULE_STATUS' })
    const first = await scheduleRule(wash(), { id: rule.id })
    expect(await scheduleRule(wash(), { id: rule.id })).toEqual(first)
    await endRule(wash(), { id: rule.id })
    const again = await endRule(wash(), { id: rule.id })
    expect(again.rule.status).toBe('ENDED')
    for (const step of [scheduleRule, pauseRule, resumeRule])
      expect(await refusalOf(step(wash(), { id: rule.id }))).toMatchObject({ ruleStatus: 'ENDED' })
  })

  it('is edited by version, and a sale follows the newest at once', async () => {
    const rule = await scheduled()
    const definition = aDefinition({ give: [{ pointsFixed: points(7n) }] })
    const { rule: edited, isBudgetUsedUp } = await editRule(wash(), { id: rule.id, version: 1, definition })
    expect(edited).toMatchObject({ version: 2, status: 'RUNNING' })
    expect(isBudgetUsedUp).toBe(false)
    const found = (await running('wash')).find(({ ruleId }) => ruleId === rule.id)
    expect(found).toMatchObject({ version: 2, give: [{ kind: 'POINTS_FIXED', points: 7n }] })
    expect(await refusalOf(editRule(wash(), { id: rule.id, version: 1, definition }))).toMatchObject({
      ...{ code: 'RULE_CHANGED', currentVersion: 2 },
    })
    const versions = await database.store.prisma.ruleVersion.findMany({ where: { ruleId: rule.id } })
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2])
    await endRule(wash(), { id: rule.id })
    expect(await refusalOf(editRule(wash(), { id: rule.id, version: 2, definition }))).toMatchObject({
      code: 'RULE_STATUS',
    })
  })

  it('lets one of two edits of a version win', async () => {
    const rule = await drafted()
    const edits = await Promise.all(
      [1n, 2n, 3n].map((n) =>
        refusalOf(
          editRule(wash(), {
            ...{ id: rule.id, version: 1 },
            definition: aDefinition({ give: [{ pointsFixed: points(n) }] }),
          }),
        ),
      ),
    )
    expect(edits.filter((each) => each === undefined)).toHaveLength(1)
  })

  it('says when a budget is set below what was given, and sets it', async () => {
    const budget = (n: bigint) => ({ limits: { budget: { points: points(n), per: 'MONTH' as const } } })
    const rule = await scheduled(budget(1_000n))
    await recordPurchase(wash(), aSale(town.customer('Anna')))
    const definition = aDefinition(budget(99n))
    expect(await editRule(wash(), { id: rule.id, version: 1, definition })).toMatchObject({
      ...{ isBudgetUsedUp: true, rule: { version: 2 } },
    })
    await endRule(wash(), { id: rule.id })
  })

  it('keeps the unit of its budget from its scheduling on, with or without versions that have none between', async () => {
    const inPoints = (n: bigint) => aDefinition({ limits: { budget: { per: 'MONTH', points: points(n) } } })
    const amount = { amountMinor: minor(100n), currency: 'RUB' }
    const inMoney = aDefinition({ limits: { budget: { per: 'MONTH', amount } } })
    const rule = await drafted(inMoney)
    const edit = (version: number, definition: RuleDefinitionInput) =>
      editRule(wash(), { id: rule.id, version, definition })
    await edit(1, inPoints(100n))
    await scheduleRule(wash(), { id: rule.id })
    const refused = { code: 'INVALID_INPUT', path: ['definition', 'limits', 'budget'] }
    expect(await refusalOf(edit(2, inMoney))).toMatchObject(refused)
    await edit(2, aDefinition())
    expect(await refusalOf(edit(3, inMoney))).toMatchObject(refused)
    expect((await edit(3, inPoints(200n))).rule.version).toBe(4)
    await endRule(wash(), { id: rule.id })
  })
})

describe('days', () => {
  it('waits for the first day, and is not scheduled once the last is past', async () => {
    const later = await scheduled({ schedule: { fromDay: localDay(3) } })
    expect(later.status).toBe('SCHEDULED')
    const over = await drafted({ schedule: { fromDay: localDay(-9), toDay: localDay(-3) } })
    expect(await refusalOf(scheduleRule(wash(), { id: over.id }))).toMatchObject({
      ...{ code: 'RULE_OVER', lastDay: localDay(-3) },
    })
    const live = await scheduled()
    const past = aDefinition({ schedule: { fromDay: localDay(-9), toDay: localDay(-3) } })
    expect(await refusalOf(editRule(wash(), { id: live.id, version: 1, definition: past }))).toMatchObject({
      code: 'RULE_OVER',
    })
  })

  it('begins and ends by the clock, without anybody doing anything', async () => {
    const own = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
    const { context, id: memberId } = own.member('wash')
    const definition = aDefinition({ schedule: { fromDay: localDay(2), toDay: localDay(4) } })
    const { rule } = await draftRule(context, { definition })
    await scheduleRule(context, { id: rule.id })
    const known = async () => {
      return (await loadRunningRules(database.store, { coalitionId: own.id, memberId })).length
    }
    expect(await known()).toBe(1)
    await advanceClock(own.adminContext, { seconds: 6 * 86_400 })
    const earnedOn = async (days: number) => {
      const sale = aSale(own.customer('Anna'), { occurredAt: noonOf(localDay(days)) })
      return (await recordPurchase(context, sale)).purchase.pointsEarned
    }
    expect([await earnedOn(1), await earnedOn(4), await earnedOn(5)]).toEqual([50n, 150n, 50n])
    const [read] = await readRules(context, { limit: 1 })
    expect(read?.status).toBe('SCHEDULED')
    expect(read && statusOfRule(read, localDay(6) as never)).toBe('ENDED')
    expect(await refusalOf(pauseRule(context, { id: rule.id }))).toMatchObject({ ruleStatus: 'ENDED' })
    await advanceClock(own.adminContext, { seconds: 38 * 86_400 })
    expect(await known()).toBe(1)
    await advanceClock(own.adminContext, { seconds: 86_400 })
    expect(await known()).toBe(0)
  })
})

describe('a definition', () => {
  it.each<[string, Partial<RuleDefinitionInput>, string]>([
    [
      'an end before its start',
      { schedule: { fromDay: '2027-01-02', toDay: '2027-01-01' } },
      'schedule.toDay',
    ],
    ['no date', { schedule: { fromDay: '2027-02-30' } }, 'schedule.fromDay'],
    [
      'hours of a day that is not among its days',
      { schedule: { fromDay: '2027-01-01', toDay: '2027-01-01', weekly: [{ days: [1] }] } },
      'schedule.weekly',
    ],
    [
      'no time of day',
      { schedule: { fromDay: '2027-01-01', weekly: [{ days: [1], from: '9:00' }] } },
      'schedule.weekly.0.from',
    ],
    ['no effect', { give: [] }, 'give'],
    ['an effect that names two', { give: [{ pointsFixed: points(1n), pointsPercentBps: 5 }] }, 'give.0'],
    ['more than all of a bill', { give: [{ discountPercentBps: 10_001 }] }, 'give.0.discountPercentBps'],
    [
      'money of elsewhere',
      { give: [{ discountFixed: { amountMinor: 1n as never, currency: 'USD' } }] },
      'give.0.discountFixed.currency',
    ],
    [
      'a budget of both',
      { limits: { budget: { points: points(1n), amount: roubles(1), per: 'DAY' } } },
      'limits.budget',
    ],
    [
      'what rules itself out',
      { if: { anyLine: { categories: ['service/oil'] }, noLine: { categories: ['service'] } } },
      'if.noLine',
    ],
    [
      'a period that there is not',
      { limits: { perCustomer: { times: 1, per: 'WEEK' as never } } },
      'limits.perCustomer.per',
    ],
    ['no name', { name: { en: ' ', ru: 'x' } }, 'name.en'],
  ])('is refused with %s, at its field', async (_says, over, path) => {
    expect(await refusalOf(drafted(over))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['definition', ...path.split('.')] },
    })
  })

  it('is kept in the spelling in which bills are compared', async () => {
    const rule = await scheduled({
      if: { code: ' leto-26 ', anyLine: { categories: ['Service/Oil'] } },
    })
    const found = (await running('wash')).find(({ ruleId }) => ruleId === rule.id)
    expect(found?.if).toEqual({ code: 'LETO-26', anyLine: { categories: ['service/oil'], skus: [] } })
    await endRule(wash(), { id: rule.id })
  })
})

describe('whose rules', () => {
  it('are written by their member alone; administrators read them all', async () => {
    const cafe = town.member('cafe').context
    const rule = await drafted({}, cafe)
    for (const step of [scheduleRule, pauseRule, resumeRule, endRule])
      expect(await refusalOf(step(wash(), { id: rule.id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await refusalOf(editRule(wash(), { id: rule.id, version: 1, definition: aDefinition() })),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect((await readRules(cafe, { limit: 9 })).map(({ id }) => id)).toEqual([rule.id])
    const all = await readRules(town.adminContext, { limit: 100 })
    expect(new Set(all.map(({ memberId }) => memberId)).size).toBe(2)
    expect(await readRules(wash(), { limit: 9, memberId: town.member('cafe').id })).toEqual([])
  })

  it('are stopped, and not started, by a member that is suspended', async () => {
    const { context, id: memberId } = town.member('cafe')
    const rule = await drafted({}, context)
    await scheduleRule(context, { id: rule.id })
    const draft = await drafted({}, context)
    await suspendMember(town.adminContext, { memberId })
    const suspended = {
      ...context,
      principal: { ...town.member('cafe').principal, status: 'SUSPENDED' as const },
    }
    expect(await refusalOf(scheduleRule(suspended, { id: draft.id }))).toMatchObject({
      code: 'MEMBER_NOT_ACTIVE',
    })
    expect((await endRule(suspended, { id: rule.id })).rule.status).toBe('ENDED')
  })

  it('are 200 at most that are open', async () => {
    const parts = town.member('parts')
    const now = new Date()
    const today = new Date(`${localDay(0)}T00:00:00Z`)
    const row = (index: number, status: string) => ({
      ...{
        coalitionId: town.id,
        memberId: parts.id,
        version: 1,
        firstDay: today,
        createdAt: now,
        changedAt: now,
      },
      ...{ id: crypto.randomUUID(), status, lastDay: index % 2 ? null : today },
    })
    const { rule } = database.store.prisma
    await rule.createMany({ data: Array.from({ length: 199 }, (_, index) => row(index, 'PAUSED')) })
    await rule.createMany({ data: Array.from({ length: 5 }, (_, index) => row(index, 'ENDED')) })
    const outcomes = await Promise.all([1, 2, 3].map(() => refusalOf(drafted({}, parts.context))))
    expect(outcomes.filter((each) => each === undefined)).toHaveLength(1)
    expect(outcomes).toContainEqual(expect.objectContaining({ code: 'RULE_LIMIT_REACHED', limit: 200 }))
  })
})

it('leaves an audited trail without names, and versions that verify knows', async () => {
  const rule = await scheduled({ name: { en: 'Secret name', ru: 'Тайна' } })
  const events = await database.store.prisma.auditEvent.findMany({
    where: { coalitionId: town.id, subjectId: rule.id },
    orderBy: { position: 'asc' },
  })
  expect(events.map(({ act }) => act)).toEqual(['ruleDraft', 'ruleSchedule'])
  expect(JSON.stringify(events.map(({ details }) => details))).not.toContain('Secret name')
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
  expect(findings.filter(({ table }) => table === 'rule_version')).toEqual([])
})
