import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { NASTY_TEXTS } from '../testing/nasty-text.ts'
import {
  byteaArray,
  instantArray,
  int4Array,
  int8Array,
  jsonArray,
  jsonbArray,
  textArray,
  uuidArray,
} from './binary-array.ts'
import { toJson } from './to-json.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const itself = <Value>(value: Value): Value => value

/** The array's elements as the database reads them, as text. */
async function read(array: Buffer, type: string): Promise<(string | null)[]> {
  const { rows } = await database.store.pool.query<{ elements: (string | null)[] }>(
    `select array(select x::text from unnest($1::${type}[]) with ordinality u(x, i) order by i) as elements`,
    [array],
  )
  return rows[0]?.elements ?? []
}

describe('an array in binary form', () => {
  it('is read by the database as what it was made of', async () => {
    const ids = ['01960000-0000-7000-8000-0123456789ab', null, 'FFFFFFFF-ffff-FFFF-ffff-ffffffffffff']
    expect(await read(uuidArray(ids, itself), 'uuid')).toEqual(ids.map((id) => id?.toLowerCase() ?? null))
    const amounts = [0n, 1n, -1n, null, 2n ** 31n, -(2n ** 32n), 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)]
    expect(await read(int8Array(amounts, itself), 'bigint')).toEqual(
      amounts.map((n) => (n === null ? null : `${n}`)),
    )
    const rowHashes = [0, 2 ** 32 - 1, 2 ** 32, 2 ** 52 - 1, -1, Number.MAX_SAFE_INTEGER]
    expect(await read(int8Array(rowHashes, itself), 'bigint')).toEqual(rowHashes.map(String))
    const places = [0, 1, 2 ** 31 - 1, -1, -(2 ** 31)]
    expect(await read(int4Array(places, itself), 'int')).toEqual(places.map(String))
    expect(await read(byteaArray(['', '00ff', 'DEADbeef'], itself), 'bytea')).toEqual([
      '\\x',
      '\\x00ff',
      '\\xdeadbeef',
    ])
  })

  it('keeps instants to the millisecond, long ago and far away', async () => {
    const instants = ['1900-01-01T00:00:00.001Z', '2000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']
    const array = instantArray([...instants.map((text) => new Date(text)), null, undefined], itself)
    const { rows } = await database.store.pool.query<{ at: Date | null }>(
      'select at from unnest($1::timestamptz[]) with ordinality u(at, i) order by i',
      [array],
    )
    expect(rows.map(({ at }) => at?.toISOString() ?? null)).toEqual([...instants, null, null])
  })

  it('keeps any text, short or long, beside NULL', async () => {
    const texts = [
      ...NASTY_TEXTS,
      '',
      null,
      'NULL',
      'a'.repeat(40),
      'я'.repeat(41),
      `${'b'.repeat(39)}ю`,
      '😀'.repeat(50),
    ]
    expect(await read(textArray(texts, itself), 'text')).toEqual(
      texts.map((text) => text?.replace(/\p{Surrogate}/gu, '\ufffd') ?? null),
    )
    expect(await read(textArray(['half \ud800 of one'], itself), 'text')).toEqual(['half \ufffd of one'])
    const documents = texts.map((text) => toJson({ text }))
    expect(await read(jsonArray(documents, itself), 'json')).toEqual(documents)
    const { rows } = await database.store.pool.query<{ document: unknown }>(
      'select document from unnest($1::jsonb[]) with ordinality u(document, i) order by i',
      [jsonbArray(documents, itself)],
    )
    expect(rows.map(({ document }) => document)).toEqual(documents.map((text) => JSON.parse(text)))
  })

  it('keeps a document whose text has what no database stores, with U+FFFD in its place', async () => {
    const document = { text: 'a\u0000b \ud800 \\u0000', list: ['\u0000'] }
    const { rows } = await database.store.pool.query<{ document: unknown }>('select $1::jsonb as document', [
      toJson(document),
    ])
    expect(rows).toEqual([{ document: { text: 'a\ufffdb \ufffd \\u0000', list: ['\ufffd'] } }])
  })

  it('may be empty', async () => {
    expect(
      await read(
        uuidArray([], () => null),
        'uuid',
      ),
    ).toEqual([])
    expect(
      await read(
        textArray([], () => null),
        'text',
      ),
    ).toEqual([])
    const { rows } = await database.store.pool.query<{ n: number }>('select cardinality($1::bigint[]) as n', [
      int8Array([], () => null),
    ])
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is refused before it is sent when an element is not what it should be', () => {
    for (const id of [
      '',
      '0196000-00000-7000-8000-0123456789ab',
      '01960000-0000-7000-8000-0123456789ag',
      'я'.repeat(36),
    ])
      expect(() => uuidArray([id], itself), id).toThrow(TypeError)
    for (const amount of [2n ** 63n, -(2n ** 63n) - 1n])
      expect(() => int8Array([amount], itself)).toThrow(RangeError)
    for (const hex of ['a', 'zz', '0x']) expect(() => byteaArray([hex], itself), hex).toThrow(TypeError)
  })
})
