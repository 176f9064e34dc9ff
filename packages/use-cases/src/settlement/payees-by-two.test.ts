import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import type { Message } from '../messages/message-sender.ts'
import type { BuiltCoalition } from '../testing/a-coalition.ts'
import { approvedWindow } from '../testing/approved-window.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { colleagueOf } from '../testing/people.ts'
import { keyed } from '../testing/settlement.ts'
import { approvePlan } from './approve-plan.ts'
import { exportPaymentOrders } from './export-payment-orders.ts'
import { proposePlan } from './propose-plan.ts'
import { type SetBankDetailsInput, setBankDetails } from './set-bank-details.ts'

const BANK = {
  bankName: 'ПАО Банк',
  bankCode: '044525225',
  correspondentAccount: '30101810400000000225',
  kpp: '770101001',
}
const CAFE = { legalName: 'ООО «Пирог»', taxId: '7707083893', account: '40702810238000000057', ...BANK }
const ELSEWHERE = { ...CAFE, account: '40702810938000000027' }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let town: BuiltCoalition
let treasurer: Context
beforeEach(async () => {
  const made = await approvedWindow(database.store)
  town = made.town
  treasurer = made.treasurer
})

const unconfirmed = expect.objectContaining({ code: 'BANK_DETAILS_UNCONFIRMED' })
const ofCafe = (own: typeof CAFE): SetBankDetailsInput => ({ ...own, memberId: town.member('cafe').id })
const orders = async () => {
  const { bytes } = await exportPaymentOrders(town.adminContext, { windowNo: 1, format: '1c' })
  return new TextDecoder('windows-1251').decode(bytes)
}
/** An administrator's key that nobody in person made. */
const byKeyAlone = (): Context => ({
  store: town.store,
  principal: { ...town.adminContext.principal, personId: null } as Context['principal'],
})
const operatorsOwn = {
  legalName: 'АО «Заречье»',
  taxId: '7707083893',
  account: '40702810838000000017',
  ...BANK,
}

test('an account that was changed after the approval is paid once two persons have said so, and none sooner', async () => {
  await setBankDetails(town.adminContext, operatorsOwn)
  for (const context of [town.adminContext, treasurer]) await setBankDetails(context, ofCafe(CAFE))
  expect(await orders()).toContain(CAFE.account)
  const own = { ...town.member('cafe').context }
  await setBankDetails(own, ELSEWHERE)
  await expect(orders()).rejects.toEqual(unconfirmed)
  // The key that set it says it again, and so does one that acts for nobody.
  await setBankDetails(own, ELSEWHERE)
  await setBankDetails(byKeyAlone(), ofCafe(ELSEWHERE))
  await expect(orders()).rejects.toEqual(unconfirmed)
  const first = await colleagueOf(town.adminContext)
  for (const said of [1, 2]) {
    await setBankDetails(first, ofCafe(ELSEWHERE))
    if (said === 1 && own.principal.kind === 'member' && !own.principal.personId)
      await expect(orders()).rejects.toEqual(unconfirmed)
  }
  await setBankDetails(town.adminContext, ofCafe(ELSEWHERE))
  expect(await orders()).toContain(ELSEWHERE.account)
  // What two said before does not speak for what one says now; and what the plan was approved with needs nobody.
  await setBankDetails(treasurer, ofCafe({ ...ELSEWHERE, account: '40702810038000000037' }))
  await expect(orders()).rejects.toEqual(unconfirmed)
})

test('a plan binds where it pays: an account that changed since it was proposed asks for another approval', async () => {
  const { prisma } = town.store
  const { id, hash } = await prisma.plan.findFirstOrThrow({ where: { coalitionId: town.id } })
  await prisma.settlementWindow.update({
    where: { coalitionId_windowNo: { coalitionId: town.id, windowNo: 1 } },
    data: { status: 'AGREED', approvedAt: null },
  })
  await setBankDetails(treasurer, ofCafe(ELSEWHERE))
  const approved = approvePlan(town.adminContext, { planId: id, planHash: hash, ...keyed() })
  await expect(approved).rejects.toMatchObject({ code: 'PLAN_CHANGED' })
  const { plan } = await proposePlan(treasurer, { windowNo: 1, ...keyed() })
  expect(plan.hash).not.toBe(hash)
})

test('whoever answers for a party is told by mail and by an event that its account changed', async () => {
  const letters: Message[] = []
  const manager = await colleagueOf(town.member('cafe').context)
  const sender = keepingSender(letters)
  await setBankDetails({ ...town.adminContext, sender }, ofCafe(ELSEWHERE))
  await setBankDetails({ ...treasurer, sender }, ofCafe(ELSEWHERE))
  const personId = 'personId' in manager.principal ? manager.principal.personId : null
  const { email } = await town.store.prisma.person.findUniqueOrThrow({ where: { id: personId ?? '' } })
  expect(letters.map(({ address }) => address).filter((address) => address === email)).toHaveLength(1)
  expect(JSON.stringify(letters)).not.toContain(ELSEWHERE.account)
  const events = await town.store.prisma.outbox.findMany({
    where: { coalitionId: town.id, kind: 'bank_details.changed', subjectId: town.member('cafe').id },
  })
  expect(events.at(-1)?.payload).toEqual({ ownerId: town.member('cafe').id })
})
