import { field, points, REFUSALS, refusal } from '@artel/ledger'
import { isUnionType, printType } from 'graphql'
import { expect, test } from 'vitest'
import { builder } from '../graphql/vocabulary/builder.ts'
import { addRefusalType } from '../graphql/vocabulary/refusal-types.ts'
import '../graphql/vocabulary/scalars.ts'
import { printedRefusals } from '../graphql/vocabulary/printed-refusals.ts'
import { errorPage } from '../routes/pages.ts'
import { withCodesTable } from './codes-table.ts'
import { explainedCodes } from './explained-codes.ts'

/** The type checker accepts the codes of the registry's own files alone. */
const MOON_TOO_FULL = 'MOON_TOO_FULL' as 'CLOCK_NOT_MOVABLE'

/** All that a new refusal takes, besides its name in the mutations that answer it. */
class MoonTooFullError extends refusal(MOON_TOO_FULL, {
  meaning: { en: 'The moon takes no more points.', ru: 'На луне больше нет места для баллов.' },
  remedy: { en: 'Ask for at most `room`.', ru: 'Запросите не больше `room`.' },
  fields: {
    room: field.points('Points that it still takes.'),
    phase: field.choice({ WAXING: 'растёт', WANING: 'убывает' }, 'How it stands.', { recordedAs: 'state' }),
    visitorId: field.id('customer', 'Who is there already.', { nullable: true }),
    landedAt: field.instant('When the last points came.', { hidden: true }),
  },
  message: {
    en: 'The moon is {phase} and takes {room} points more.',
    ru: 'Луна {phase} и примет ещё {room} баллов с {landedAt}.',
  },
  path: ['points'],
  customer: { en: 'The moon is full.', ru: 'Луна полна.' },
}) {}

const refusals = [...Object.values(REFUSALS), MoonTooFullError]
const thrown = () =>
  new MoonTooFullError({
    room: points(5n),
    phase: 'WANING',
    visitorId: null,
    landedAt: new Date('2026-11-21T12:00:00Z'),
  })

addRefusalType(MoonTooFullError)
builder.queryType({
  description: 'Nothing.',
  fields: (t) => ({ nothing: t.boolean({ resolve: () => true }) }),
})
builder.mutationType({ description: 'One.' })
const Flight = builder.objectRef<{ ok: boolean }>('Flight').implement({
  fields: (t) => ({ ok: t.exposeBoolean('ok') }),
})
builder.mutationField('moonFly', (t) =>
  t.field({
    type: Flight,
    errors: { types: [MoonTooFullError] },
    resolve: () => {
      throw thrown()
    },
  }),
)
const schema = builder.toSchema()

test('an entry is an error that is thrown, recorded and told in both languages', () => {
  const error = thrown()
  expect(error).toMatchObject({ name: 'MoonTooFullError', code: 'MOON_TOO_FULL', room: 5n, path: ['points'] })
  expect(error.message).toBe('The moon is WANING and takes 5 points more.')
  expect(error.tell('ru')).toBe('Луна убывает и примет ещё 5 баллов с 21.11.2026 12:00 UTC.')
  expect(error.details).toEqual({ room: '5', state: 'WANING', landedAt: '2026-11-21T12:00:00.000Z' })
})

test('it is a type of the API with the facts that callers are shown, and a member of the union that names it', () => {
  const type = schema.getType('MoonTooFullError')
  expect(type && printType(type)).toContain('"""Points that it still takes."""\n  room: Points!')
  expect(type && printType(type)).toContain('"""How it stands. One of WAXING, WANING."""\n  phase: String!')
  expect(type && printType(type)).toContain('visitorId: ID\n')
  expect(type && printType(type)).not.toContain('landedAt')
  const union = schema.getType('MoonFlyResult')
  if (!isUnionType(union)) throw new Error('expected a union')
  expect(union.getTypes().map(({ name }) => name)).toEqual([
    'Flight',
    'InvalidInputError',
    'MoonTooFullError',
  ])
})

test('it is in the contract that clients are generated from', () => {
  expect(printedRefusals(schema, refusals).refusals.MOON_TOO_FULL).toEqual({
    type: 'MoonTooFullError',
    retryable: false,
    meaning: { en: 'The moon takes no more points.', ru: 'На луне больше нет места для баллов.' },
    remedy: { en: 'Ask for at most `room`.', ru: 'Запросите не больше `room`.' },
    fields: {
      room: { type: 'Points!', description: 'Points that it still takes.' },
      phase: { type: 'String!', description: 'How it stands.', values: ['WAXING', 'WANING'] },
      visitorId: { type: 'ID', description: 'Who is there already.' },
    },
    customer: { en: 'The moon is full.', ru: 'Луна полна.' },
  })
})

test('it is explained on the page of codes, in both languages, and in the README', () => {
  const codes = explainedCodes(refusals)
  expect(errorPage('en', codes)).toContain(
    '<dt id="MOON_TOO_FULL">MOON_TOO_FULL</dt><dd>The moon takes no more points. Ask for at most `room`.</dd>',
  )
  expect(errorPage('ru', codes)).toContain('<dd>На луне больше нет места для баллов.')
  const readme = withCodesTable(
    '<!-- codes: written by `pnpm --filter @artel/api run generate` --><!-- end of codes -->',
    codes,
  )
  expect(readme).toContain('| `MOON_TOO_FULL` | 200 | no | `room`, `phase`, `visitorId` | The moon takes no')
})
