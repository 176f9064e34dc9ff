import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { definitionFromJson, definitionToJson } from './definition-json.ts'
import { describeRule } from './describe-rule.ts'
import { EXAMPLES_OF_TEMPLATES, RULE_TEMPLATES } from './templates.ts'
import { validateRule } from './validate-rule.ts'

const days = { fromDay: localDate('2027-01-01'), toDay: localDate('2027-01-31') }

describe.each(RULE_TEMPLATES)('the template %s', (name) => {
  const rule = EXAMPLES_OF_TEMPLATES[name].make(days)

  it('makes a rule that may be drafted, and that is stored and read as it is', () => {
    expect(() => validateRule(rule)).not.toThrow()
    expect(definitionFromJson(JSON.parse(JSON.stringify(definitionToJson(rule))))).toEqual(rule)
  })

  it('has a sentence in both languages', () => {
    expect(describeRule(rule, 'en', 'RUB')).toMatch(/^[A-Z0-9].*[^.\s]$/u)
    expect(describeRule(rule, 'ru', 'RUB')).toMatch(/^[А-ЯЁ0-9]/u)
  })
})

it('a voucher is given for the lines that its sentence names', () => {
  const rule = EXAMPLES_OF_TEMPLATES['buy-here-get-there'].make(days)
  expect(describeRule(rule, 'en', 'RUB')).toContain(
    ': for «service/oil» a voucher good for 14\u00a0days: 20\u00a0% off',
  )
  expect(describeRule(rule, 'ru', 'RUB')).toContain(
    ': за «service/oil» купон на 14\u00a0дней: скидка 20\u00a0%',
  )
})
