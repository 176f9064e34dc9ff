import { setTimeout as delay } from 'node:timers/promises'
import { type Reply, type Request, sendOnce, sendUntilAnswered } from './call-api.ts'
import type { Town } from './town.ts'

/** People who come at their own pace, whether they are served or not, and buy once for 1000 roubles: 50 points. */
export interface Visitors {
  /** Nobody comes any more; resolves with what each was told, when all were told something. */
  end(): Promise<readonly Visit[]>
}

interface Visit {
  readonly request: Request
  /** Undefined when the connection broke without a reply. */
  readonly reply: Reply | undefined
}

const EVERY_MS = 20

/** Begins to send a purchase every 20 ms, each once. */
export function letVisitorsIn(url: string, { apiKey, customerIds }: Town): Visitors {
  const visits: Promise<Visit>[] = []
  let ended = false
  const visit = async (serial: number): Promise<Visit> => {
    const request = purchaseOf(customerIds[serial % customerIds.length] ?? '', `visit ${serial}`)
    const reply = await sendOnce(url, apiKey, request).catch(() => undefined)
    return { request, reply }
  }
  const come = async () => {
    for (let serial = 0; !ended; serial += 1) {
      visits.push(visit(serial))
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

/** Sends every visit once more, until it is answered: those that were told to retry, and those that were not. */
export const sendAgain = (url: string, { apiKey }: Town, visits: readonly Visit[]) =>
  Promise.all(visits.map(({ request }) => sendUntilAnswered(url, apiKey, request)))
