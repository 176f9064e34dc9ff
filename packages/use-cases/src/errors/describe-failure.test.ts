import { asSuperuser, createTestDatabase } from '@artel/store/testing'
import { expect, test } from 'vitest'
import { describeFailure } from './describe-failure.ts'

test('what PostgreSQL says of a row and of a value stays out, and what it says of the fault stays in', async () => {
  const database = await createTestDatabase()
  const failed = async (query: string) =>
    describeFailure(await asSuperuser(database.databaseUrl, query).catch((error: unknown) => error))
  try {
    await asSuperuser(
      database.databaseUrl,
      `create table person_like (name text check (name <> 'Vasilisa'), phone text unique)`,
    )
    await asSuperuser(database.databaseUrl, `insert into person_like values ('Anna', '+79990001122')`)
    const described = [
      await failed(`insert into person_like values ('Vasilisa', '+79990001133')`),
      await failed(`insert into person_like values ('Boris', '+79990001122')`),
      await failed(`select 'Vasilisa "of" the town'::text::uuid`),
      await failed(`select '+79990001122x'::text::integer`),
    ]
    expect(described.map(({ code }) => code)).toEqual(['23514', '23505', '22P02', '22003'])
    expect(described.map(({ message }) => message)).toEqual([
      'new row for relation "person_like" violates check constraint "person_like_name_check"',
      'duplicate key value violates unique constraint "person_like_phone_key"',
      'invalid input syntax for type uuid: "..."',
      'value "..." is out of range for type integer',
    ])
    expect(JSON.stringify(described)).not.toMatch(/Vasilisa|Boris|7999000/)
    expect(described.every(({ stack }) => stack?.includes('describe-failure.test.ts'))).toBe(true)
  } finally {
    await database.drop()
  }
})

test('nor does what Prisma makes of it quote the value', async () => {
  const database = await createTestDatabase()
  try {
    const asked = database.store.prisma.$queryRaw`select ${'Vasilisa'}::text::uuid`
    const described = describeFailure(await asked.catch((error: unknown) => error))
    expect(described.message).toContain('invalid input syntax for type uuid: "..."')
    expect(JSON.stringify(described)).not.toContain('Vasilisa')
  } finally {
    await database.drop()
  }
})

test('what is thrown and is no error is described as that', () => {
  expect(describeFailure('Vasilisa')).toEqual({ type: 'string', message: 'Not an error', stack: undefined })
})
