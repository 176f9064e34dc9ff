import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { localDay } from '../testing/local-days.ts'
import { reconcileSales } from './reconcile-sales.ts'
import { setSalesMapping } from './set-sales-mapping.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 90 }).withMember('wash').withMember('parts').open(database.store)
})
afterAll(() => database.drop())

/** A till's own export, whose head says neither which number is the receipt's nor which sum is the bill. */
const fileOf = (...rows: string[]) => ({
  async *open() {
    yield Buffer.from(['Bon;Tag;Brutto', ...rows].join('\n'))
  },
})
const day = localDay(-3).split('-').toReversed().join('.')
const columns = { receipt: 'Bon', date: 'Tag', total: 'Brutto' }
const wash = () => town.member('wash').context

test('a file of which nothing is said is read as it was kept for its member, and for no other; the answer tells', async () => {
  const file = fileOf(`1;${day};10,00`)
  await expect(reconcileSales(wash(), { file })).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
  await setSalesMapping(wash(), { mapping: { columns } })
  const read = await reconcileSales(wash(), { file })
  expect(read).toMatchObject({
    ...{ readBy: 'SAVED', reading: { columns: { total: { header: 'Brutto', foundBy: 'CALLER' } } } },
    reconciliation: { rowCount: 1, missingHere: 1, unreadable: 0 },
  })
  await expect(reconcileSales(town.member('parts').context, { file })).rejects.toMatchObject({
    code: 'UNREADABLE_FILE',
  })
})

test('what the caller says goes before what is kept, and is kept instead of it only when asked, once the file was read', async () => {
  await setSalesMapping(wash(), { mapping: { columns } })
  const file = fileOf(`2;${day};1,250`)
  const asked = reconcileSales(wash(), { file })
  await expect(asked).rejects.toMatchObject({ code: 'AMBIGUOUS_FILE' })
  const said = { columns, decimalMark: ',' } as const
  const once = await reconcileSales(wash(), { file, reading: said })
  expect(once.readBy).toBe('CALLER')
  await expect(reconcileSales(wash(), { file })).rejects.toMatchObject({ code: 'AMBIGUOUS_FILE' })
  const other = { columns: { ...columns, total: 'Netto' } }
  const wrong = reconcileSales(wash(), { file, reading: other, keepsReading: true })
  await expect(wrong).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
  // The same file and words are the same run, and may still be kept.
  const kept = await reconcileSales(wash(), { file, reading: said, keepsReading: true })
  expect(kept).toMatchObject({ replayed: true, reconciliation: { id: once.reconciliation.id } })
  expect(await reconcileSales(wash(), { file })).toMatchObject({
    ...{ replayed: true, readBy: 'SAVED', reconciliation: { id: once.reconciliation.id } },
  })
  await expect(reconcileSales(wash(), { file, keepsReading: true })).rejects.toMatchObject({
    path: ['reading'],
  })
})

test('a mapping is forgotten without words, refused with words that are none, and is the member’s own', async () => {
  expect(await setSalesMapping(wash(), { mapping: { mapping: 'shopify', dateOrder: 'MDY' } })).toMatchObject({
    ...{ product: 'shopify', dateOrder: 'MDY', decimalMark: null, columns: {} },
  })
  expect(await setSalesMapping(wash(), { mapping: null })).toBeNull()
  const refused = (mapping: object, path: string[]) =>
    expect(setSalesMapping(wash(), { mapping })).rejects.toMatchObject({ code: 'INVALID_INPUT', path })
  await refused({ mapping: 'abacus' }, ['mapping', 'product'])
  await refused({ columns: { sum: 'Total' } }, ['mapping', 'column'])
  await refused({ columns: { total: 'x'.repeat(201) } }, ['mapping', 'columns', 'total'])
  await refused({ dateOrder: 'YMD' }, ['mapping', 'dateOrder'])
  const named = { memberId: town.member('parts').id, mapping: { columns } }
  await expect(setSalesMapping(wash(), named)).rejects.toBeInstanceOf(NotFoundError)
  await expect(setSalesMapping(town.adminContext, { mapping: null })).rejects.toBeInstanceOf(
    InvalidInputError,
  )
  expect(await setSalesMapping(town.adminContext, named)).toMatchObject({ memberId: named.memberId })
})
