import { holdChain, openStore, type Store, verify } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { confirmReceiptClaim } from '../receipt-claim/confirm-receipt-claim.ts'
import { declineReceiptClaim } from '../receipt-claim/decline-receipt-claim.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { localDay } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { reconcileSales } from './reconcile-sales.ts'
import { recordLateSales } from './record-late-sales.ts'

let database: TestDatabase
/** A second process: it has a pool, lanes and caches of its own. */
let other: Store
let town: BuiltCoalition
let fn: string
let numbers = 0
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
  town = await aCoalition({ openedDaysAgo: 20 })
    .withMember('wash')
    .withCustomer('Anna', { reference: 'client-7' })
    .withCustomer('Boris')
    .open(database.store)
  fn = (await aDrive(town)).fn
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const wash = () => town.member('wash').context
const elsewhere = (context: Context): Context => ({ ...context, store: other })
const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
const claimed = async (i: string, parts: { s?: string; at?: Date } = {}) => {
  const receipt = aReceipt(fn, { i, at: ago(1), ...parts })
  return { ...(await aClaim(customerAt(town, 'Boris'), receipt)).receiptClaim, text: receipt }
}
const confirm = (id: string, context = wash()) =>
  confirmReceiptClaim(context, { id, idempotencyKey: uuidv7() })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const rowOf = (id: string) => database.store.prisma.receiptClaim.findFirstOrThrow({ where: { id } })

/** The sale of a document in the member's own list, of yesterday and 1000.00: shown as missing, and not recorded yet. */
async function listed(no: string) {
  const [year, month, day] = localDay(-1).split('-')
  const text = `№ ФД;Признак расчета;Дата и время;Сумма, руб.;Покупатель\n${no};Приход;${day}.${month}.${year} 12:00;1000,00;client-7`
  const file = {
    async *open() {
      yield Buffer.from(text)
    },
  }
  return (await reconcileSales(wash(), { file })).reconciliation.id
}
const late = async (reconciliationId: string, context = wash()) => {
  const [sale] = await recordLateSales(context, { reconciliationId, positions: [1] })
  return sale
}

it('a yes to a claim of what the own list recorded before is refused, names the purchase, and the claim waits for a no', async () => {
  const sale = await late(await listed('0012345'))
  const { id } = await claimed('12345')
  const twice = await refusalOf(confirm(id))
  expect(twice).toMatchObject({ code: 'RECEIPT_ALREADY_USED', purchaseId: sale?.purchase?.id })
  expect(await rowOf(id)).toMatchObject({ takenAt: null, recordedAt: null, endedAt: null })
  const { receiptClaim } = await declineReceiptClaim(wash(), { id, reason: 'Recorded already' })
  expect(receiptClaim.declinedAt).not.toBeNull()
})

it('whatever of its numbers it was recorded under', async () => {
  for (const name of [
    (i: string) => i,
    (i: string) => `0000000${i}`,
    (i: string) => `${fn}-${i}`,
    (i: string) => `${fn}-0${i}`,
  ]) {
    const i = String(20_000 + numbers++)
    const { purchase } = await recordPurchase(wash(), {
      ...aSale(town.customer('Anna'), { receiptRef: name(i), total: roubles(1000) }),
      occurredAt: ago(1),
    })
    const { id } = await claimed(i)
    expect(await refusalOf(confirm(id))).toMatchObject({ purchaseId: purchase.id })
    await declineReceiptClaim(wash(), { id, reason: 'Recorded already' })
  }
})

it('whatever its sum, where it was recorded under the drive and the number of the document', async () => {
  const i = String(20_000 + numbers++)
  const { purchase } = await recordPurchase(wash(), {
    ...aSale(town.customer('Anna'), { receiptRef: `${fn}-${i}`, total: roubles(999) }),
    occurredAt: ago(1),
  })
  const { id } = await claimed(i)
  expect(await refusalOf(confirm(id))).toMatchObject({ purchaseId: purchase.id })
  await declineReceiptClaim(wash(), { id, reason: 'Recorded already' })
})

it('another sum, another day and a fiscal receipt of another document are another sale', async () => {
  const sell = (receiptRef: string, total: number, days: number, of: object = {}) =>
    recordPurchase(wash(), {
      ...aSale(town.customer('Anna'), { receiptRef, total: roubles(total), ...of }),
      occurredAt: ago(days),
    })
  await sell('501', 300, 1)
  await sell('502', 1_000, 9)
  await sell('503', 1_000, 1, { fiscal: fiscalOf(aReceipt(fn, { i: '9503' })) })
  for (const i of ['501', '502', '503']) {
    const { id, receipt } = await claimed(i)
    expect((await confirm(id)).purchase.fiscalReceipt).toBe(receipt)
  }
})

it('who knows that it is another sale records that with its fiscal receipt, which closes the claim', async () => {
  await recordPurchase(wash(), { ...aSale(town.customer('Anna'), { receiptRef: '601' }), occurredAt: ago(1) })
  const { id, text } = await claimed('601')
  expect(await refusalOf(confirm(id))).toMatchObject({ code: 'RECEIPT_ALREADY_USED' })
  const { purchase } = await recordPurchase(wash(), aSale(town.customer('Anna'), { fiscal: fiscalOf(text) }))
  expect(await rowOf(id)).toMatchObject({ recordedId: purchase.id })
})

/** Holds what `lock` takes until `release`, and resolves once it has it. */
async function held(lock: (transaction: Prisma.TransactionClient) => Promise<unknown>) {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let done: Promise<unknown> = Promise.resolve()
  await new Promise<void>((resolve, reject) => {
    done = database.store.prisma
      .$transaction(
        async (transaction) => {
          await lock(transaction)
          resolve()
          await released
        },
        { timeout: 60_000 },
      )
      .catch(reject)
  })
  return async () => {
    release()
    await done
  }
}

/** Keeps whoever looks a customer up by the member's own reference waiting: a list does that after it has looked for claims. */
async function referencesHeld() {
  const letGo = await held((transaction) => transaction.$executeRaw`select pg_advisory_xact_lock(7)`)
  const holding = asSuperuser(
    database.databaseUrl,
    'begin; lock table customer_reference in access exclusive mode; select pg_advisory_xact_lock(7); commit',
  )
  await waiters(1)
  return async () => {
    await letGo()
    await holding
  }
}

/** Locks of a table, of the test's own, and of the row that is the end of the chain. */
const CHAIN = ['transactionid', 'tuple']
const ANY = [...CHAIN, 'relation', 'advisory']

/** Waits until so many connections wait for locks of these kinds. */
const waiters = (count: number, kinds: readonly string[] = ANY) =>
  expect
    .poll(
      () => database.store.prisma
        .$queryRaw`select distinct l.pid from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database() and l.locktype = any(${kinds}::text[])`,
    )
    .toHaveLength(count)

const salesOf = (i: string) =>
  database.store.prisma.purchase.count({
    where: {
      coalitionId: town.id,
      OR: [{ receiptRef: i }, { fiscalReceipt: { startsWith: `${fn}-${i}-` } }],
    },
  })

it('of a late sale and a yes that were both decided, the yes that is posted second is refused', async () => {
  const run = await listed('701')
  const letReference = await referencesHeld()
  // It has looked for claims, of which there is none yet.
  const recording = late(run, elsewhere(wash()))
  await waiters(2)
  const { id } = await claimed('701')
  const letChain = await held((transaction) => holdChain(transaction, town.id))
  await letReference()
  await waiters(1)
  const yes = refusalOf(confirm(id))
  await waiters(2)
  await letChain()
  const purchase = (await recording)?.purchase
  expect(await yes).toMatchObject({ code: 'RECEIPT_ALREADY_USED', purchaseId: purchase?.id })
  expect(await salesOf('701')).toBe(1)
})

it('of a late sale and a yes that were both decided, the late sale that is posted second is refused', async () => {
  const run = await listed('801')
  const letReference = await referencesHeld()
  const recording = late(run, elsewhere(wash()))
  await waiters(2)
  const { id } = await claimed('801')
  const letChain = await held((transaction) => holdChain(transaction, town.id))
  const yes = confirm(id)
  await waiters(3)
  await letReference()
  // Both wait for the chain, and nobody for the table any more.
  await waiters(2, CHAIN)
  await letChain()
  const { purchase } = await yes
  const sale = await recording
  expect(sale?.purchase).toBeNull()
  expect(sale?.refusal).toMatchObject({ code: 'RECEIPT_ALREADY_USED', purchaseId: purchase.id })
  expect(await salesOf('801')).toBe(1)
})

it('in one process too, where they come in one batch', async () => {
  const run = await listed('901')
  const letReference = await referencesHeld()
  const recording = late(run)
  await waiters(2)
  const { id } = await claimed('901')
  await letReference()
  await Promise.allSettled([recording, confirm(id)])
  expect(await salesOf('901')).toBe(1)
})

it('the books are sound after all of it', async () => {
  expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
