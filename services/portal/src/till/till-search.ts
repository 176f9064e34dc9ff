/** What the till shows. */
export const TILL_PARTS = ['sale', 'enrol', 'orders', 'today'] as const
export type TillPart = (typeof TILL_PARTS)[number]

/** Reads the till's part of the address: `?part=today`. */
export function readTillSearch({ part, phone, customer }: Record<string, unknown>): {
  part?: TillPart
  phone?: string
  customer?: string
} {
  const known = TILL_PARTS.find((one) => one === part)
  return {
    ...(known && known !== 'sale' ? { part: known } : {}),
    ...(typeof phone === 'string' || typeof phone === 'number' ? { phone: String(phone) } : {}),
    ...(typeof customer === 'string' ? { customer } : {}),
  }
}
