import { randomUUID } from 'node:crypto'

/** A key like the SDK's, the instant and then chance, at a tenth of its cost. */
export const newKey = (): string => `${Date.now().toString(16)}${randomUUID().slice(-20)}`

/** Numbers go on from the instant at which the process began, so that no run has another's. */
let receipts = Date.now() * 1_000

/** A receipt as a till numbers them, one after the other. */
export function nextReceipt(): string {
  receipts += 1
  return `T1-${receipts}`
}
