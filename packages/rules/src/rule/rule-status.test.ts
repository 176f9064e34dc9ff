import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { afterStep, type RuleStatus, type RuleStep, ruleStatusOn } from './rule-status.ts'

const rule = (status: RuleStatus, lastDay: string | null = '2027-01-31') => ({
  status,
  firstDay: localDate('2027-01-10'),
  lastDay: lastDay === null ? null : localDate(lastDay),
})

describe('where a rule is', () => {
  it.each<[RuleStatus, string, RuleStatus]>([
    ['SCHEDULED', '2027-01-09', 'SCHEDULED'],
    ['SCHEDULED', '2027-01-10', 'RUNNING'],
    ['SCHEDULED', '2027-01-31', 'RUNNING'],
    ['SCHEDULED', '2027-02-01', 'ENDED'],
    ['RUNNING', '2027-01-09', 'SCHEDULED'],
    ['PAUSED', '2027-01-31', 'PAUSED'],
    ['PAUSED', '2027-02-01', 'ENDED'],
    ['DRAFT', '2027-02-01', 'DRAFT'],
    ['ENDED', '2027-01-09', 'ENDED'],
  ])('decided as %s, on %s it is %s', (status, today, is) => {
    expect(ruleStatusOn(rule(status), localDate(today))).toBe(is)
  })

  it('has no end without a last day', () => {
    expect(ruleStatusOn(rule('SCHEDULED', null), localDate('2099-01-01'))).toBe('RUNNING')
  })
})

describe('what a step makes of it', () => {
  const onDay = (status: RuleStatus, step: RuleStep) => afterStep(rule(status), step, localDate('2027-01-10'))

  it.each<[RuleStatus, RuleStep, RuleStatus | undefined]>([
    ['DRAFT', 'SCHEDULE', 'RUNNING'],
    ['RUNNING', 'SCHEDULE', 'RUNNING'],
    ['PAUSED', 'SCHEDULE', undefined],
    ['DRAFT', 'PAUSE', undefined],
    ['RUNNING', 'PAUSE', 'PAUSED'],
    ['PAUSED', 'PAUSE', 'PAUSED'],
    ['PAUSED', 'RESUME', 'RUNNING'],
    ['DRAFT', 'RESUME', undefined],
    ['DRAFT', 'END', 'ENDED'],
    ['PAUSED', 'END', 'ENDED'],
    ['ENDED', 'END', 'ENDED'],
    ['ENDED', 'SCHEDULE', undefined],
    ['ENDED', 'RESUME', undefined],
    ['ENDED', 'PAUSE', undefined],
  ])('%s, %s: %s', (status, step, is) => {
    expect(onDay(status, step)).toBe(is)
  })

  it('waits for the first day, and does not outlast the last', () => {
    expect(afterStep(rule('PAUSED'), 'RESUME', localDate('2027-01-09'))).toBe('SCHEDULED')
    expect(afterStep(rule('PAUSED'), 'RESUME', localDate('2027-02-01'))).toBeUndefined()
  })
})
