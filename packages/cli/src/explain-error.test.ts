import { expect, test } from 'vitest'
import { CliError } from './cli-error.ts'
import { explainError } from './explain-error.ts'

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code })

test('what a person can mend is said in one line with the way out', () => {
  expect(explainError(new CliError('Set PORT.'))).toBe('Set PORT.')
  expect(explainError(withCode('EADDRINUSE', 'listen EADDRINUSE: 4000'))).toBe(
    'The port is busy (listen EADDRINUSE: 4000). Stop what listens there, or set PORT to another.',
  )
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
