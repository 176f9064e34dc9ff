import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { draftRule, type RuleDefinitionInput, scheduleRule } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import { addCustomers, type BenchWorld, givenUnder } from './world.ts'

/** How many rules run at the member. */
const RULES = 50

/** A coalition whose member has fifty running rules of every kind that a shop has, some with budgets and uses. */
export async function openRuleWorld(store: Store, customers: number): Promise<BenchWorld> {
  const town = await aCoalition().withMember('wash').open(store)
  const { id: memberId, apiKey, context } = town.member('wash')
  for (let index = 0; index < RULES; index += 1) {
    const { rule } = await draftRule(context, { definition: ruleOf(index) })
    await scheduleRule(context, { id: rule.id })
  }
  const customerIds = await addCustomers(store, { coalitionId: town.id, memberId }, customers)
  return { coalitionId: town.id, memberId, apiKey, terms: givenUnder(town.terms), customerIds }
}

/** Of ten: seven look at the bill, the hour, the code or the customer and give nothing; three give on every sale. */
function ruleOf(index: number): RuleDefinitionInput {
  const bare = {
    name: { en: `Rule ${index}`, ru: `Правило ${index}` },
    schedule: { fromDay: '2020-01-01' },
    give: [{ pointsPercentBps: 100 }],
  }
  const kinds: readonly RuleDefinitionInput[] = [
    { ...bare, combine: { group: 'campaign', mode: 'BEST' } },
    {
      ...bare,
      give: [{ pointsFixed: points(1n) }],
      limits: { budget: { points: points(1_000_000_000n), per: 'MONTH' } },
    },
    {
      ...bare,
      give: [{ pointsFixed: points(1n) }],
      limits: { perCustomer: { times: 1_000, per: 'MONTH' } },
    },
    { ...bare, if: { code: `CODE-${index}` } },
    { ...bare, if: { minTotal: { amountMinor: minor(1_000_000n), currency: 'RUB' } } },
    { ...bare, if: { anyLine: { categories: [`goods/shelf-${index}`] } } },
    { ...bare, if: { customer: { absentDays: 60 } } },
    { ...bare, if: { customer: { firstInCoalition: true } } },
    {
      ...bare,
      schedule: {
        fromDay: '2020-01-01',
        toDay: '2099-12-31',
        weekly: [{ days: [1], from: '03:00', to: '03:01' }],
      },
    },
    { ...bare, schedule: { fromDay: '2098-01-01' } },
  ]
  return kinds[index % kinds.length] ?? bare
}
