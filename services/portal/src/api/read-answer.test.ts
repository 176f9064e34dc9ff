import { CombinedError } from 'urql'
import { expect, test } from 'vitest'
import { readAnswer } from './read-answer.ts'

const ROWS = { rows: [1] }
const HEARD = { data: undefined, error: undefined, fetching: false, isOfAnother: false, kept: undefined }

/** What the API answers that refuses. */
const refused = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: code, extensions: { code, requestId: 'req-1' } }] })

test('a refused question has failed, also where the server answers with null data', () => {
  for (const data of [null, undefined]) {
    const answer = readAnswer({ ...HEARD, data, error: refused('INTERNAL_SERVER_ERROR') })
    expect(answer).toMatchObject({ data: undefined, isWaiting: false })
    expect(answer.failure).toEqual({ kind: 'failed', code: 'INTERNAL_SERVER_ERROR', requestId: 'req-1' })
  }
  expect(readAnswer({ ...HEARD, data: null, error: refused('UNAUTHENTICATED') }).failure?.kind).toBe(
    'signed-out',
  )
})

test('a question that is asked again after it failed waits, and does not fail meanwhile', () => {
  const again = readAnswer({ ...HEARD, data: null, error: refused('OVERLOADED'), fetching: true })
  expect(again).toEqual({ data: undefined, isWaiting: true, isStale: false, failure: null })
})

test('what was answered before stays where asking anew failed, and the failure is told', () => {
  const answer = readAnswer({ ...HEARD, data: null, error: refused('OVERLOADED'), kept: ROWS })
  expect([answer.data, answer.failure?.kind]).toEqual([ROWS, 'busy'])
})

test('a session that is over takes no page away that stands', () => {
  const answer = readAnswer({ ...HEARD, data: null, error: refused('TOKEN_EXPIRED'), kept: ROWS })
  expect([answer.data, answer.failure]).toEqual([ROWS, null])
})

test('a part that failed is told; a part that the role does not reach is not', () => {
  const part = { ...HEARD, data: ROWS }
  expect(readAnswer({ ...part, error: refused('INTERNAL_SERVER_ERROR') }).failure?.kind).toBe('failed')
  expect(readAnswer({ ...part, error: refused('FORBIDDEN') }).failure).toBeNull()
})

test('an answer to other filters is shown as such until the new one is there', () => {
  expect(readAnswer({ ...HEARD, data: ROWS, fetching: true, isOfAnother: true }).isStale).toBe(true)
  expect(readAnswer({ ...HEARD, data: ROWS, fetching: true }).isStale).toBe(false)
  expect(readAnswer({ ...HEARD, data: ROWS }).isStale).toBe(false)
})
