import type { Customer } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** How a caller names a customer: exactly one of raw UUID, phone, card number, or the calling member's own id. */
export type CustomerBy =
  | { readonly id: string }
  | { readonly phone: string }
  | { readonly cardNumber: string }
  | { readonly reference: string }

/** Finds a customer of the caller's coalition; null when there is none that the caller may see. */
export async function findCustomer(context: Context, input: CustomerBy): Promise<Customer | null> {
  throw new Error('findCustomer is not built yet', { cause: [context, input] })
}
