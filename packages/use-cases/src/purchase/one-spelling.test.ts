import { ReceiptAlreadyUsedError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoalition, aSale } from '../testing/index.ts'
import { recordPurchase } from './record-purchase.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('one receipt is one sale and one request is answered again, however its letters are written', async () => {
  const town = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
  const { context } = town.member('wash')
  const spelled = (form: 'NFC' | 'NFD', idempotencyKey: string) =>
    recordPurchase(context, {
      ...aSale(town.customer('Anna'), { receiptRef: 'чай 1'.normalize(form) }),
      idempotencyKey: idempotencyKey.normalize(form),
    })
  const first = await spelled('NFD', 'ключ й')
  expect(first.purchase.receiptRef).toBe('чай 1'.normalize('NFC'))
  expect(await spelled('NFC', 'ключ й')).toMatchObject({
    replayed: true,
    purchase: { id: first.purchase.id },
  })
  await expect(spelled('NFC', 'another')).rejects.toThrow(ReceiptAlreadyUsedError)
})
