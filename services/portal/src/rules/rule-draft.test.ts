import { expect, test } from 'vitest'
import { definitionOf, type RuleDraft, wrongFields } from './rule-draft.ts'

const DRAFT: RuleDraft = {
  ...{ template: 'everybody', nameEn: 'Quiet hours', nameRu: 'Тихие часы', percent: '5' },
  ...{ fromDay: '2026-12-01', toDay: '', category: '', absentDays: '60' },
  ...{ hoursFrom: '10:00', hoursTo: '14:00', budgetPoints: '', maxPerPurchase: '' },
}
const MEMBERS = { isCoalitions: false, language: 'ru' }

test('a budget is read as people write thousands, and bounds the rule', () => {
  for (const budgetPoints of ['10000', '10 000', '10\u00a0000'])
    expect(definitionOf({ ...DRAFT, budgetPoints }, MEMBERS)?.limits).toEqual({
      budget: { points: '10000', per: 'MONTH' },
    })
  expect(definitionOf({ ...DRAFT, budgetPoints: '10,000' }, { ...MEMBERS, language: 'en' })?.limits).toEqual({
    budget: { points: '10000', per: 'MONTH' },
  })
})

test('a budget that cannot be read makes no rule, instead of one without a bound', () => {
  for (const budgetPoints of ['10.000', '10,5', 'ten', '1e4']) {
    expect([budgetPoints, definitionOf({ ...DRAFT, budgetPoints }, MEMBERS)]).toEqual([budgetPoints, null])
    expect(wrongFields({ ...DRAFT, budgetPoints }, MEMBERS)).toEqual(new Set(['budgetPoints']))
  }
  expect(definitionOf(DRAFT, MEMBERS)?.limits).toBeUndefined()
})

test('any other number that cannot be read is named as well', () => {
  const wrong = (changed: Partial<RuleDraft>, reader = MEMBERS) => [
    ...wrongFields({ ...DRAFT, ...changed }, reader),
  ]
  expect(wrong({ percent: '5%%' })).toEqual(['percent'])
  expect(wrong({ template: 'comeBack', absentDays: 'two months' })).toEqual(['absentDays'])
  expect(wrong({ maxPerPurchase: '5о0' }, { ...MEMBERS, isCoalitions: true })).toEqual(['maxPerPurchase'])
  expect(wrong({ toDay: '2026-11-30' })).toEqual(['toDay'])
  expect(wrong({ template: 'happyHours', hoursTo: '09:00' })).toEqual(['hoursTo'])
  expect(wrong({})).toEqual([])
})
