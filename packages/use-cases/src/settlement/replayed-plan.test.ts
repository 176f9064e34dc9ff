import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, aTreasurer, keyed, roubles, stated } from '../testing/index.ts'
import { acceptStatement } from './accept-statement.ts'
import { approvePlan } from './approve-plan.ts'
import { proposePlan } from './propose-plan.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('what a person was answered is answered again under its key, also when the key acts for nobody by then', async () => {
  const { store } = database
  const town = await aCoalition().withMember('wash').withCustomer('Anna').open(store)
  const { context } = town.member('wash')
  await recordPurchase(context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  for (const { id: statementId } of await stated(aTreasurer(town), 1))
    await acceptStatement(context, { statementId, ...keyed() })
  const left = (principal: typeof town.admin): Context => ({
    store,
    principal: { ...principal, personId: null },
  })

  const proposal = { windowNo: 1, ...keyed() }
  const { plan } = await proposePlan(town.adminContext, proposal)
  expect(await proposePlan(left(town.admin), proposal)).toMatchObject({
    replayed: true,
    plan: { id: plan.id },
  })
  await expect(proposePlan(left(town.admin), { windowNo: 1, ...keyed() })).rejects.toMatchObject({
    code: 'PERSON_REQUIRED',
  })

  const approval = { planId: plan.id, planHash: plan.hash, ...keyed() }
  const refused = { ...approval, ...keyed() }
  await expect(approvePlan(left(town.treasurer), refused)).rejects.toMatchObject({ code: 'PERSON_REQUIRED' })
  await approvePlan({ store, principal: town.treasurer }, approval)
  expect(await approvePlan(left(town.treasurer), approval)).toMatchObject({
    replayed: true,
    window: { status: 'APPROVED' },
  })
})
