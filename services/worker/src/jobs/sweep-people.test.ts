import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createSession } from '@artel/use-cases'
import { aCoalition, aDoor, aPerson } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepPeopleJob } from './sweep-people.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('failed attempts, links and sessions go once they are past their retention, and those that count stay', async () => {
  const { store } = database
  const town = await aCoalition().withMember('wash').open(store)
  const { context } = town.member('wash')
  const { session: old } = await aPerson(context, { email: 'old@example.com', role: 'CASHIER' })
  const { session: young } = await aPerson(context, { email: 'young@example.com', role: 'CASHIER' })
  const nobody = { store, principal: { kind: 'anonymous' } } as const
  const fails = (address: string) =>
    createSession(nobody, { email: 'old@example.com', password: 'a wild guess', door: aDoor(address) }).catch(
      () => undefined,
    )
  await fails('198.18.0.1')
  const counts = () =>
    Promise.all([
      store.prisma.signInDelay.count(),
      store.prisma.staffLink.count({ where: { personId: { in: [old.personId, young.personId] } } }),
      store.prisma.staffSession.count({ where: { id: { in: [old.id, young.id] } } }),
    ])
  const before = await counts()
  expect(await sweepPeopleJob.dueCoalitions(store)).toEqual([])
  await asSuperuser(
    database.databaseUrl,
    `update sign_in_delay set last_at = last_at - interval '49 hours', allowed_at = allowed_at - interval '49 hours';
    update staff_link set expires_at = now() - interval '31 days' where person_id = '${old.personId}';
    update staff_session set expires_at = now() - interval '91 days' where staff_session_id = '${old.id}'`,
  )
  await fails('198.18.0.2')
  const [coalitionId = ''] = await sweepPeopleJob.dueCoalitions(store)
  const worker = { store, principal: { kind: 'operator' } as const, databaseUrl: database.databaseUrl }
  expect(await sweepPeopleJob.runBatch(worker, coalitionId)).toEqual({
    done: before[0] - 1 + 1 + 1,
    more: false,
  })
  // What is counted of the second attempt stays: its address, both together, and the account that it shares with the first.
  expect(await counts()).toEqual([3, before[1] - 1, before[2] - 1])
  expect(await sweepPeopleJob.dueCoalitions(store)).toEqual([])
})
