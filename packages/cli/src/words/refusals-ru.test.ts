import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { micros } from '@artel/ledger'
import * as useCases from '@artel/use-cases'
import {
  AlreadyExistsError,
  BankDetailsMissingError,
  BankFileUnreadableError,
  EarlierWindowPendingError,
  ExitNoticeStandsError,
  MemberExitIncompleteError,
  PermissionError,
  PlanChangedError,
  ValidationError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
  WriteOffExceedsReceivableError,
} from '@artel/use-cases'
import { describe, expect, it, test } from 'vitest'
import { explainError } from '../explain-error.ts'
import { refusalInRussian } from './refusals-ru.ts'

const schema = readFileSync(fileURLToPath(new URL('../../../schema/schema.graphql', import.meta.url)), 'utf8')
const refusalTypes = [...schema.matchAll(/^type (\w+)Error implements UserError/gm)].map(
  ([, name = '']) => name,
)
const codeOf = (name: string): string =>
  name === 'Validation' ? 'INVALID_INPUT' : name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()

describe('every refusal has Russian words', () => {
  it('finds the refusals of settlement in the schema', () => {
    expect(refusalTypes).toEqual(
      expect.arrayContaining(['PlanChanged', 'WindowStepNotReady', 'BankFileUnreadable', 'PaymentLegClosed']),
    )
    const verbs = /^ {2}(?:windowClose|statementsIssue|planApprove|bankStatementImport|businessDaysSet)\(/gm
    expect(schema.match(verbs)).toHaveLength(5)
  })

  it.each(refusalTypes.map(codeOf))('%s of the schema', (code) => {
    expect(refusalInRussian(code, {})).toMatch(/[а-я]{3}/)
  })

  const thrown = Object.values(useCases).flatMap((one) =>
    typeof one === 'function' && 'code' in one && typeof one.code === 'string' ? [one.code] : [],
  )
  it.each(thrown)('%s of the verbs', (code) => {
    expect(refusalInRussian(code, {})).toMatch(/[а-я]{3}/)
  })
})

test.each([
  [
    new WindowStepNotReadyError({ step: 'CLOSE', missing: [{ kind: 'CUT_OFF' }, { kind: 'PAYMENT' }] }),
    'Шаг ещё ждёт: конец периода; платежи. Когда будет, повторите. [WINDOW_STEP_NOT_READY]',
  ],
  [
    new WindowStepOutOfOrderError({ status: 'STATED', step: 'APPROVE', expected: 'AGREED' }),
    'Состояние периода - «акты составлены», а этот шаг делают после «согласован». Сначала шаги до него. [WINDOW_STEP_OUT_OF_ORDER]',
  ],
  [
    new EarlierWindowPendingError({ windowNo: 3, status: 'CLOSED' }),
    'Сначала период 3, его состояние - «закрыт». Пройдите его шаги. [EARLIER_WINDOW_PENDING]',
  ],
  [new PlanChangedError({ approvedHash: 'aa', planHash: 'bb' }), /теперь он bb\. \[PLAN_CHANGED\]$/],
  [
    new BankFileUnreadableError('line 3'),
    'Банковскую выписку прочитать нельзя: line 3 [BANK_FILE_UNREADABLE]',
  ],
  [
    new ValidationError(['days', '0', 'day'], 'Must be a day of 2027.'),
    'Поле days.0.day: должно быть днём 2027 года. [INVALID_INPUT]',
  ],
  [new ValidationError(['note'], 'Said nowhere else.'), 'Поле note: Said nowhere else. [INVALID_INPUT]'],
  [
    new WriteOffExceedsReceivableError({ owed: micros(-61_700_000n), requested: micros(1_250_001n) }),
    /должен -61,70, а списать просят 1,250001\./,
  ],
  [
    new BankDetailsMissingError({ ownerId: 'x', fields: ['taxId', 'account'] }),
    /не подходят: taxId, account\./,
  ],
  [new AlreadyExistsError('dispute', null), /\(разногласие\)/],
  [new ExitNoticeStandsError('WIND_DOWN'), /сворачивается вся коалиция\./],
  [
    new MemberExitIncompleteError({
      missing: ['NOTICE', 'GUARANTEE'],
      guaranteeNeededMicros: micros(1n),
      redemptionEndsAt: null,
    }),
    /Не хватает: уведомление о выходе; депозит или гарантия\./,
  ],
  [new PermissionError('No.', 'settlement:approve'), /не хватает права «settlement:approve»/],
])('%s is told in Russian with its details and its code', (error, expected) => {
  const text = explainError(error, 'ru')
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
  expect(explainError(error)).toContain(error.message)
})

test('a code without words is told as the verb says it', () => {
  const unknown = Object.assign(new Error('Something new.'), { code: 'SOMETHING_NEW', retryable: false })
  expect(explainError(unknown, 'ru')).toBe('Something new. [SOMETHING_NEW]')
  const inherited = Object.assign(new Error('Odd.'), { code: 'toString', retryable: false })
  expect(explainError(inherited, 'ru')).toBe('Odd. [toString]')
})
