import { randomUUID } from 'node:crypto'

/** A key like the SDK's, the instant and then chance, at a tenth of its cost. */
export const newKey = (): string => `${Date.now().toString(16)}${randomUUID().slice(-20)}`

/** Every process is a till of its own, and numbers its receipts from 1. */
const TILL = `${process.pid}-${Date.now().toString(36)}`
let receipts = 0

/** A receipt as a till numbers them, one after the other. */
export function nextReceipt(): string {
  receipts += 1
  return `${TILL}-${String(receipts).padStart(9, '0')}`
}
