import { describe, expect, it, test } from 'vitest'
import { micros } from '../money.ts'
import { points } from '../points.ts'
import { sampleFact } from '../testing/sample-refusals.ts'
import { classNameOf } from './class-name.ts'
import { CustomerClosedError } from './customer.ts'
import { CoalitionWindingDownError, MemberExitIncompleteError } from './exit.ts'
import { FAILURES } from './failures.ts'
import { InvalidInputError } from './input.ts'
import { BankDetailsMissingError, WriteOffExceedsReceivableError } from './payment.ts'
import { InsufficientPointsError } from './points.ts'
import { REFUSALS } from './registry.ts'
import { type Telling, tell } from './tell.ts'
import { WindowStepNotReadyError } from './window.ts'

const entries: readonly (readonly [string, Telling])[] = [
  ...Object.values(REFUSALS).map(({ code, entry }) => [code, entry] as const),
  ...Object.entries(FAILURES),
]

test('a class is called as its code is, and a code is entered once', () => {
  const classes = Object.entries(REFUSALS)
  expect(classes.map(([name, { name: own }]) => [name, own])).toEqual(
    classes.map(([, { code }]) => [classNameOf(code), classNameOf(code)]),
  )
  const codes = entries.map(([code]) => code)
  expect(new Set(codes).size).toBe(codes.length)
})

describe.each(entries)('%s', (_code, entry) => {
  const fields = Object.entries(entry.fields ?? {})
  const facts = Object.fromEntries(fields.map(([name, field]) => [name, sampleFact(field)]))
  const nothing = Object.fromEntries(
    fields.map(([name, field]) => [name, field.nullable ? null : sampleFact(field)]),
  )

  it('says in English what happened and what to do', () => {
    for (const said of [
      entry.meaning.en,
      entry.remedy.en,
      tell(entry, facts, 'en'),
      tell(entry, nothing, 'en'),
    ])
      expect(said).toMatch(/^[^а-я{}]{5,}\.$/is)
  })

  it('says it in Russian', () => {
    for (const said of [
      entry.meaning.ru,
      entry.remedy.ru,
      tell(entry, facts, 'ru'),
      tell(entry, nothing, 'ru'),
    ])
      expect(said).toMatch(/^[^{}]*[а-я]{3}[^{}]*\.$/is)
  })

  it('has words for each value, and for none', () => {
    for (const [name, { description, values, nullable, said }] of fields) {
      expect(description).toMatch(/^[A-Z].*\.$/)
      for (const { en, ru } of Object.values(values ?? {}))
        expect([en !== '', ru]).toEqual([true, expect.stringMatching(/[а-я]{2}/i)])
      if (nullable && entry.message?.en.includes(`{${name}}`)) expect(said?.none).toBeDefined()
    }
  })

  it('names only what it has', () => {
    const named = [...`${entry.message?.en} ${entry.message?.ru}`.matchAll(/\{(\w+)\}/g)].map(
      ([, name]) => name,
    )
    for (const name of named) expect(fields.map(([field]) => field)).toContain(name)
  })
})

test('an error has its code, its facts and its path, and looks nothing up', () => {
  const row = { available: points(1n), requested: points(5n), more: 'of a row' }
  const error: unknown = new InsufficientPointsError(row)
  if (!(error instanceof InsufficientPointsError)) throw new Error('expected the class')
  const code: 'INSUFFICIENT_POINTS' = error.code
  expect([code, error.available, error.path, error.replayed, error.retryable]).toEqual([
    'INSUFFICIENT_POINTS',
    1n,
    ['points'],
    false,
    false,
  ])
  expect(error).not.toHaveProperty('more')
  expect(error.details).toEqual({ available: '1', requested: '5' })
  expect(new InsufficientPointsError(row, { path: ['part', 'points'] }).path).toEqual(['part', 'points'])
  expect(new InvalidInputError({ path: ['total'], problem: 'No.' }).path).toEqual(['total'])
})

test.each([
  [new InvalidInputError({ path: [], problem: 'Said nowhere else.' }), 'Поле запроса: Said nowhere else.'],
  [
    new InvalidInputError({ path: ['a', '0'], problem: 'Must be 0 or more.' }),
    'Поле a.0: не должно быть меньше 0.',
  ],
  [new CustomerClosedError({ mergedIntoId: 'an id' }), 'Покупателя объединили с другим: работайте с тем.'],
  [
    new WriteOffExceedsReceivableError({ owed: micros(-61_700_000n), requested: micros(1_250_001n) }),
    'Участник должен -61,70, а списать просят 1,250001. Спишите не больше долга.',
  ],
  [
    new MemberExitIncompleteError({
      missing: ['NOTICE', 'GUARANTEE'],
      guaranteeNeeded: micros(1n),
      redemptionEndsAt: null,
    }),
    'Закрыть участника ещё нельзя. Не хватает: уведомление о выходе; депозит или гарантия.',
  ],
  [
    new WindowStepNotReadyError({
      step: 'CLOSE',
      missing: [{ kind: 'PAYMENT', legId: 'a' }, { kind: 'CUT_OFF' }, { kind: 'PAYMENT', legId: 'b' }],
    }),
    'Шаг (закрыть период) ещё ждёт: платежи; конец периода. Когда будет, повторите.',
  ],
  [
    new BankDetailsMissingError({ ownerId: 'x', fields: ['taxId', 'payer.kpp: INN has 10 or 12 digits'] }),
    'Не хватает реквизитов стороны или они не подходят: ИНН (taxId); payer.kpp: в ИНН 10 или 12 цифр. Задайте их: settle bank-details.',
  ],
  [
    new CoalitionWindingDownError({ endsAt: new Date('2026-11-21T12:00:00Z') }),
    'Коалиция сворачивается: баллы можно тратить до 21.11.2026 12:00 UTC, новых договорённостей нет.',
  ],
])('%s is told in Russian with its facts', (error, russian) => {
  expect(error.tell('ru')).toBe(russian)
})
