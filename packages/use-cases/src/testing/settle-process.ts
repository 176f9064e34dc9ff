import { createHash } from 'node:crypto'
import { minor, NotFoundError } from '@artel/ledger'
import { openStore, sumOf } from '@artel/store'
import { ADMIN_SCOPES, type Context, MEMBER_SCOPES } from '../access/principal.ts'
import { acceptStatement } from '../settlement/accept-statement.ts'
import { approvePlan } from '../settlement/approve-plan.ts'
import { closeWindow } from '../settlement/close-window.ts'
import { exportPaymentOrders } from '../settlement/export-payment-orders.ts'
import { issueStatements } from '../settlement/issue-statements.ts'
import { proposePlan } from '../settlement/propose-plan.ts'
import { recordPayment } from '../settlement/record-payment.ts'
import { settleWindow } from '../settlement/settle-window.ts'

/**
 * Walks one window from open to settled, in a process of its own that may be killed at any moment: `node
 * settle-process.js <database> <coalition> <window> <where>`. Says over IPC which step begins, and stands still at
 * `before <step>`, at `after settle`, or at `reading lines`, if that is `where`. Run again it goes on.
 */
const [databaseUrl = '', coalitionId = '', number = '', where = ''] = process.argv.slice(2)
const windowNo = Number(number)
const store = await openStore({ databaseUrl, maxConnections: 4 })
const key = (step: string) => ({ idempotencyKey: `${windowNo}-${step}` })
const keys = await store.prisma.apiKey.findMany({
  where: { coalitionId, memberId: null, personId: { not: null } },
})
/** Acts by the key that a person has made and given this name. */
function admin(name: string): Context {
  const key = keys.find((one) => one.name === name)
  if (!key) throw new Error(`There is no key of the ${name}`)
  const { id: keyId, personId } = key
  return {
    store,
    principal: { kind: 'admin', coalitionId, keyId, personId, scopes: new Set(ADMIN_SCOPES) },
  }
}
const treasurer = admin('treasurer')
const chair = admin('chair')

/** Says where it is, and goes no further there if it was told so: even timers stand still, only a kill ends it. */
function pass(place: string): void {
  process.send?.(place)
  if (place === where) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const steps: Record<string, () => Promise<unknown>> = {
  close: () => closeWindow(treasurer, { windowNo, early: true, ...key('close') }),
  state: () =>
    issueStatements(treasurer, { windowNo, ...key('state') }, ({ legs }) => {
      if (legs > 0) pass('reading lines')
    }),
  accept: async () => {
    for (const { id, memberId } of await store.prisma.statement.findMany({
      where: { coalitionId, windowNo },
    })) {
      const principal = {
        kind: 'member',
        coalitionId,
        memberId,
        status: 'ACTIVE',
        keyId: memberId,
        scopes: new Set(MEMBER_SCOPES),
      } as const
      await acceptStatement({ store, principal }, { statementId: id, ...key(`accept-${memberId}`) })
    }
  },
  propose: () => proposePlan(treasurer, { windowNo, ...key('propose') }),
  approve: async () => {
    const plan = await store.prisma.plan.findFirstOrThrow({
      where: { coalitionId, windowNo },
      orderBy: { planNo: 'desc' },
    })
    await approvePlan(chair, { planId: plan.id, planHash: plan.hash, ...key('approve') })
  },
  export: async () => {
    try {
      const { bytes } = await exportPaymentOrders(chair, { windowNo, format: '1c' })
      process.send?.(`exported ${hashOf(bytes)}`)
    } catch (error) {
      // A walk before this one has paid them.
      if (!(error instanceof NotFoundError)) throw error
    }
  },
  pay: async () => {
    for (const leg of await store.prisma.paymentLeg.findMany({ where: { coalitionId, windowNo } }))
      await recordPayment(treasurer, {
        legId: leg.id,
        amountMinor: minor(sumOf(leg.amountMinor)),
        paidOn: '2026-08-10',
        ...key(`pay-${leg.legNo}`),
      })
  },
  settle: () => settleWindow(treasurer, { windowNo, ...key('settle') }),
}

/** Of all but the time of day at which the file was made. */
function hashOf(bytes: Uint8Array): string {
  const lines = new TextDecoder('windows-1251').decode(bytes).split('\r\n')
  const lasting = lines.filter((line) => !line.startsWith('ВремяСоздания='))
  return createHash('sha256').update(lasting.join('\n')).digest('hex')
}

for (const [name, step] of Object.entries(steps)) {
  pass(`before ${name}`)
  await step()
}
pass('after settle')
await store.close()
process.disconnect?.()
