import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@artel/store'
import { expect } from 'vitest'
import { type Reply, type Request, sendOnce, sendUntilAnswered } from './call-api.ts'
import { balancesOf, countRecorded, type Town } from './town.ts'

/** People who come at their own pace, whether they are served or not, and buy once for 1000 roubles: 50 points. */
export interface Visitors {
  /** Nobody comes any more; resolves with what each was told, when all were told something. */
  end(): Promise<readonly Visit[]>
}

export interface Visit {
  readonly request: Request
  /** Undefined when the connection broke without a reply. */
  readonly reply: Reply | undefined
}

const EVERY_MS = 20

/** Begins to send a purchase every 20 ms, each once. */
export function letVisitorsIn(url: string, town: Town): Visitors {
  const visits: Promise<Visit>[] = []
  let ended = false
  const come = async () => {
    for (let serial = 0; !ended; serial += 1) {
      visits.push(visit(url, town, serial))
      await delay(EVERY_MS)
    }
  }
  const came = come()
  return {
    end: async () => {
      ended = true
      await came
      return Promise.all(visits)
    },
  }
}

/** One visitor, who buys once. */
export async function visit(url: string, { apiKey, customerIds }: Town, serial: number): Promise<Visit> {
  const request = purchaseOf(customerIds[serial % customerIds.length] ?? '', `visit ${serial}`)
  const reply = await sendOnce(url, apiKey, request).catch(() => undefined)
  return { request, reply }
}

/** A purchase of 1000 roubles, all in money. */
export const purchaseOf = (customerId: string, key: string): Request => ({
  operation: 'purchaseRecord',
  input: {
    customer: { id: customerId },
    receiptRef: key,
    total: { amountMinor: '100000', currency: 'RUB' },
    idempotencyKey: key,
  },
})

/** Sends every visit again until it is answered, and holds the books to one effect of each: 50 points. */
export async function expectOneEffectEach(url: string, town: Town, visits: readonly Visit[]): Promise<void> {
  await Promise.all(visits.map(({ request }) => sendUntilAnswered(url, town.apiKey, request)))
  expect(await countRecorded(town)).toBe(visits.length)
  const given = (await balancesOf(town)).reduce((sum, { posted }) => sum + BigInt(posted), 0n)
  expect(given).toBe(50n * BigInt(visits.length))
  expect(await verify(town)).toMatchObject({ ok: true, findings: [] })
}
