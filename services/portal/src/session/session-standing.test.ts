import { expect, test } from 'vitest'
import type { MePartsFragment } from '../generated/graphql.ts'
import { ended, taken, UNKNOWN } from './session-standing.ts'

const person = (id: string, lacks: 'SECOND_FACTOR' | null = null) =>
  ({ lacks, person: { id }, places: [] }) as unknown as MePartsFragment
const KATYA = person('katya')

test('a session that ends keeps who worked, until the same person is in again', () => {
  const over = ended(taken(UNKNOWN, KATYA))
  expect(over).toMatchObject({ me: KATYA, isOver: true })
  expect(taken(over, KATYA)).toMatchObject({ me: KATYA, isOver: false, renewals: 1 })
})

test('a second factor is asked for above the page as well', () => {
  const over = ended(taken(UNKNOWN, KATYA))
  const half = taken(over, person('katya', 'SECOND_FACTOR'))
  expect(half).toMatchObject({ me: KATYA, isOver: true, again: { lacks: 'SECOND_FACTOR' } })
  expect(taken(half, KATYA)).toMatchObject({ isOver: false, again: null, renewals: 1 })
})

test('another person takes nothing over', () => {
  const over = ended(taken(UNKNOWN, KATYA))
  expect(taken(over, person('oleg'))).toMatchObject({
    me: { person: { id: 'oleg' } },
    isOver: false,
    renewals: 0,
  })
  expect(taken(over, null)).toMatchObject({ me: null, isOver: false })
})

test('who was not in is nobody', () => {
  expect(ended(UNKNOWN)).toMatchObject({ me: null, isOver: false })
})
