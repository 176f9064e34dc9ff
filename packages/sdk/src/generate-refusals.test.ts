import { readFileSync } from 'node:fs'
import { buildSchema, parse, print } from 'graphql'
import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { codesModule, type Registry, refusalsModule, refusalsTable } from '../generate-refusals.ts'
import { selectRefusals } from '../select-refusals.ts'
import { ArtelError, type ErrorCode } from './artel-error.ts'
import { InsufficientPointsError } from './generated/refusals.ts'

/** As the API prints an entry of its registry; see the API's `new-refusal.test.ts`. */
const MOON_TOO_FULL = {
  type: 'MoonTooFullError',
  retryable: false,
  meaning: { en: 'The moon takes no more points.', ru: 'На луне больше нет места для баллов.' },
  remedy: { en: 'Ask for at most `room`.', ru: 'Запросите не больше `room`.' },
  fields: {
    room: { type: 'Points!', description: 'Points that it still takes.' },
    phase: { type: 'String!', description: 'How it stands.', values: ['WAXING', 'WANING'] },
    visitorId: { type: 'ID', description: 'Who is there already.' },
    fees: { type: '[ExactMoney!]!', description: 'What landing costs.' },
  },
}
const contract: Registry = JSON.parse(
  readFileSync(new URL(import.meta.resolve('@artel/schema/refusals.json')), 'utf8'),
)
const grown: Registry = { ...contract, refusals: { ...contract.refusals, MOON_TOO_FULL } }

test('the committed classes and codes are those of the contract', () => {
  const committed = (name: string) => readFileSync(new URL(`./generated/${name}`, import.meta.url), 'utf8')
  expect(committed('refusals.ts')).toBe(refusalsModule(contract))
  expect(committed('codes.ts')).toBe(codesModule(contract))
})

describe('a new entry of the registry', () => {
  it('is a code', () => {
    expect(codesModule(grown)).toMatch(
      /export type RefusalCode =\n[^=]*\n {2}\| 'MOON_TOO_FULL'\n {2}\| \(string & \{\}\)\n/,
    )
  })

  it('is a class with its facts', () => {
    expect(refusalsModule(grown)).toContain(`
/** MOON_TOO_FULL: The moon takes no more points. Ask for at most \`room\`. */
export class MoonTooFullError extends RefusalError {
  override readonly name = 'MoonTooFullError'
  declare readonly code: 'MOON_TOO_FULL'
  /** Points that it still takes. */
  declare readonly room: Points
  /** How it stands. */
  declare readonly phase: 'WAXING' | 'WANING' | (string & {})
  /** Who is there already. */
  declare readonly visitorId: string | null
  /** What landing costs. */
  declare readonly fees: readonly ExactMoneyFragment[]
}
`)
  })

  it('is a row of the README', () => {
    expect(refusalsTable(grown)).toContain(
      '| `MoonTooFullError` | `MOON_TOO_FULL` | `room`, `phase`, `visitorId`, `fees` |',
    )
  })

  it('has its facts asked for by every operation that may answer it, and by no other', () => {
    const schema = buildSchema(`
      interface UserError { code: String! }
      type MoonTooFullError implements UserError { code: String!, room: String!, fee: ExactMoney! }
      type NotFoundError implements UserError { code: String! }
      type ExactMoney { amountMicros: String! }
      type Flight { ok: Boolean! }
      union FlyResult = Flight | MoonTooFullError | NotFoundError
      union LandResult = Flight | NotFoundError
      type Query { fly: FlyResult!, land: LandResult! }
    `)
    const asked = parse('{ fly { ...Refusal } land { ...Refusal } }')
    expect(print(selectRefusals(asked, schema)).replace(/\s+/g, ' ')).toBe(
      '{ fly { ...Refusal ... on MoonTooFullError { room fee { ...ExactMoney } } } land { ...Refusal } }',
    )
  })
})

test('the code of an error is completed from the known ones, and open', () => {
  const error = new ArtelError('A_NEWER_CODE', 'Something new.')
  expectTypeOf(error.code).toEqualTypeOf<ErrorCode>()
  expectTypeOf<InsufficientPointsError['code']>().toEqualTypeOf<'INSUFFICIENT_POINTS'>()
  const codes = ['HOLD_NOT_OPEN', 'OVERLOADED', 'TIMEOUT'] as const satisfies readonly ErrorCode[]
  expect(codes).not.toContain(error.code)
  const data = { message: 'Fewer.', path: [], docUrl: '', retryable: false }
  const fewer = new InsufficientPointsError({
    ...{ __typename: 'InsufficientPointsError', code: 'INSUFFICIENT_POINTS', ...data },
    ...{ available: '1', requested: '2' },
  })
  expect(fewer).toMatchObject({ name: 'InsufficientPointsError', available: '1', requested: '2', path: [] })
  expect(fewer).not.toHaveProperty('__typename')
})
