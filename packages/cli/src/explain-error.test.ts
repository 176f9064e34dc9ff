import { BankFileUnreadableError, InvalidInputError, PlanChangedError } from '@artel/ledger'
import { OverloadedError, PermissionError } from '@artel/use-cases'
import { expect, test } from 'vitest'
import { CliError } from './cli-error.ts'
import { prepareDataDirectory } from './data-directory.ts'
import { explainError } from './explain-error.ts'
import { needed } from './needed.ts'
import { oneOf } from './settle/settling.ts'
import { readDeposits } from './simulate/read-assumptions.ts'

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code })

test('what a person can mend is said in one line with the way out', () => {
  expect(explainError(new CliError('Set PORT.', { ru: 'Укажите PORT.' }))).toBe('Set PORT.')
  expect(explainError(withCode('EADDRINUSE', 'listen EADDRINUSE: 4000'))).toBe(
    'The port is busy (listen EADDRINUSE: 4000). Stop what listens there, or set PORT to another.',
  )
})

test.each([
  () => needed(undefined, '--reason'),
  () => needed(undefined, 'which version', 'какую версию'),
  () => oneOf('--method', 'none', ['NETTING', 'HUB']),
  () => readDeposits('0/x'),
  () => prepareDataDirectory('/proc/artel'),
])('what the command line refuses is said in the language of the caller: %#', (refuse) => {
  let error: unknown
  try {
    refuse()
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(CliError)
  expect(explainError(error, 'ru')).toMatch(/[а-я]{3}/)
  expect(explainError(error, 'en')).not.toMatch(/[а-я]/)
})

test('what the system fails with is told in Russian too, with its own words in brackets', () => {
  const busy = withCode('EADDRINUSE', 'listen EADDRINUSE: 4000')
  expect(explainError(busy, 'ru')).toBe(
    'Порт занят (listen EADDRINUSE: 4000). Остановите того, кто его слушает, или укажите в PORT другой.',
  )
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000', '42P01', 'ENOSPC', 'EROFS'])
    expect(explainError(withCode(code, ''), 'ru'), code).toMatch(/[а-я]{3}.*[.]$/)
  expect(explainError(withCode('22023', 'role "artel_app" does not exist'), 'ru')).toMatch(/artel migrate/)
  expect(explainError(withCode('22023', 'invalid value'), 'ru')).toBe('invalid value')
})

test('the cause is found inside wrappers and aggregates', () => {
  const refused = new AggregateError([withCode('ECONNREFUSED', 'connect ECONNREFUSED ::1:5432')])
  expect(explainError(new Error('could not open', { cause: refused }))).toMatch(
    /^No PostgreSQL answers .*::1:5432/,
  )
})

test('an unknown failure is still one line, without a stack', () => {
  expect(explainError(new Error('first\n  second'))).toBe('first second')
  expect(explainError('thrown text')).toBe('thrown text')
})

test.each([
  [
    new PlanChangedError({ approvedHash: 'aa', planHash: 'bb' }),
    'План с тех пор изменился: платёж, разногласие или новое предложение. Предложите и прочтите его снова, теперь он bb. [PLAN_CHANGED]',
  ],
  [
    new InvalidInputError({ path: ['days', '0', 'day'], problem: 'Must be a day of 2027.' }),
    'Поле days.0.day: должно быть днём 2027 года. [INVALID_INPUT]',
  ],
  [
    new BankFileUnreadableError({ problem: 'line 3: a line is longer than 7 characters' }),
    'Банковскую выписку прочитать нельзя: строка 3: строка длиннее 7 символов. Выгрузите её ещё раз. [BANK_FILE_UNREADABLE]',
  ],
  [
    new PermissionError('No.', 'settlement:approve'),
    'Ключу не хватает права «settlement:approve». Возьмите ключ с ним или выпустите новый. [FORBIDDEN]',
  ],
  [
    new PermissionError('No.'),
    'Этому ключу такой шаг недоступен: он другого рода. Возьмите ключ администратора или, если шаг - участника, его ключ. [FORBIDDEN]',
  ],
  [
    new OverloadedError(1_500),
    'Слишком много команд в очереди, ничего не записано. Повторите через 1500 мс с тем же ключом повтора. [OVERLOADED]',
  ],
])('%s is told in the language, with its facts and its code', (error, russian) => {
  expect(explainError(error, 'ru')).toBe(russian)
  const field = error instanceof InvalidInputError ? `${error.path.join('.')}: ` : ''
  expect(explainError(error)).toBe(`${field}${error.message} [${error.code}]`)
})

test('a code that the registry does not have is told as it was said', () => {
  for (const code of ['SOMETHING_NEW', 'toString']) {
    const unknown = Object.assign(new Error('Something new.'), { code, retryable: false })
    expect(explainError(unknown, 'ru')).toBe(`Something new. [${code}]`)
  }
})
