import { points } from '@artel/ledger'
import { expect, test } from 'vitest'
import { codeMessage, codeSubject } from './message-text.ts'

const told = { code: '012345', place: 'Сияние', minutes: 10 }

test('says what the code is for before the code, in both languages', () => {
  const spend = { purpose: 'SPEND', points: points(12_300n) } as const
  expect(codeMessage(spend, told, 'en')).toBe(
    'Сияние: spending points, 12,300 at most. If you agree, your code is 012345. It works for 10 minutes.',
  )
  expect(codeMessage(spend, told, 'ru')).toBe(
    'Сияние: списание баллов, не больше 12\u00a0300. Если согласны, ваш код 012345. Он действует 10 мин.',
  )
  const join = { purpose: 'HOUSEHOLD_JOIN', points: null } as const
  expect(codeMessage(join, told, 'ru')).toBe(
    'Сияние: вступление в семью. Если согласны, ваш код 012345. Он действует 10 мин.',
  )
  expect(codeSubject('Сияние', 'ru')).toBe('Код подтверждения: Сияние')
})
