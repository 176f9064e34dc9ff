import { type Answer, type Request, sendUntilAnswered } from './call-api.ts'

/** A request that was answered, and the answer. */
export interface Acknowledged {
  readonly request: Request
  readonly answer: Answer
}

/** A till that serves one customer, over and over, one request at a time. */
export interface Till {
  readonly customerId: string
  readonly acknowledged: readonly Acknowledged[]
  /** Throws what ended the till before it was stopped. */
  check(): void
  /** Ends the round that has begun and resolves with the number of whole rounds. */
  stop(): Promise<number>
}

/** Points that a round leaves with the customer: earned 50, spent 20, earned 4, held and spent 10, earned 4, reversed 10. */
export const POINTS_A_ROUND = 18n
/** Requests of a round, each of which posts one entry group. */
export const REQUESTS_A_ROUND = 5

/** Opens a till. Members earn 5 % and half of a bill is payable in points. */
export function openTill(url: string, apiKey: string, customerId: string): Till {
  const acknowledged: Acknowledged[] = []
  let stopped = false
  let serial = 0
  let failure: unknown
  const send = async (operation: Request['operation'], input: Record<string, unknown>): Promise<string> => {
    serial += 1
    const request: Request = { operation, input: { ...input, idempotencyKey: `${customerId} ${serial}` } }
    const answer = await sendUntilAnswered(url, apiKey, request)
    if (!answer.document) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`)
    acknowledged.push({ request, answer })
    return answer.document.id
  }
  const receipt = () => ({ receiptRef: `${customerId} receipt ${serial}` })
  const round = async () => {
    const customer = { id: customerId }
    const purchase = { id: await send('purchaseRecord', { customer, ...receipt(), total: rub(1_000) }) }
    await send('purchaseRecord', { customer, ...receipt(), total: rub(100), points: '20' })
    const orderRef = `${customerId} order ${serial}`
    const holdId = await send('holdCreate', { customer, orderRef, bill: rub(100), points: '10' })
    await send('holdCapture', { holdId, ...receipt(), total: rub(100), points: '10' })
    await send('purchaseRefund', { purchase, amount: rub(200) })
  }
  const serve = async () => {
    let rounds = 0
    for (; !stopped; rounds += 1) await round()
    return rounds
  }
  const served = serve()
  served.catch((error: unknown) => {
    failure = error
  })
  return {
    customerId,
    acknowledged,
    check: () => {
      if (failure !== undefined) throw failure
    },
    stop: () => {
      stopped = true
      return served
    },
  }
}

const rub = (rubles: number) => ({ amountMinor: String(rubles * 100), currency: 'RUB' })
