import { NotFoundError } from '@artel/ledger'
import { OverloadedError, PermissionError } from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { maskError } from './use-error-envelope.ts'

const masked = (cause: Error) =>
  maskError(new GraphQLError('outer', { originalError: cause, path: ['purchaseRecord'] })) as GraphQLError

test('an overload asks to come back, in milliseconds and in whole seconds', () => {
  const { extensions, path } = masked(new OverloadedError(1_500))
  expect(path).toEqual(['purchaseRecord'])
  expect(extensions).toEqual({
    code: 'OVERLOADED',
    retryable: true,
    retryAfterMs: 1_500,
    http: { status: 503, headers: { 'retry-after': '2' } },
  })
})

test('what nobody expected is masked; nothing of it reaches the wire', () => {
  const error = masked(new Error('password=hunter2 at /srv/app.ts'))
  expect(JSON.stringify(error)).not.toContain('hunter2')
  expect(error.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } })
})

test('known failures keep their code and words', () => {
  expect(masked(new PermissionError('not for you')).extensions).toMatchObject({
    code: 'FORBIDDEN',
    http: { status: 403 },
  })
  expect(masked(new NotFoundError({ what: 'customer' })).extensions).toMatchObject({
    code: 'NOT_FOUND',
    http: { status: 400 },
  })
})

test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '08006', 'P1001'])(
  '%s means that the database is away',
  (code) => {
    const cause = Object.assign(new Error('x'), { code })
    for (const error of [cause, new Error('wrapped', { cause })]) {
      expect(masked(error).extensions).toMatchObject({ code: 'UNAVAILABLE', retryable: true })
    }
  },
)

test.each(['23505', '42P01', 'P2002'])('%s is a bug, not an absence', (code) => {
  expect(masked(Object.assign(new Error('x'), { code })).extensions.code).toBe('INTERNAL_SERVER_ERROR')
})
