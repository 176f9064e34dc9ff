import type { Card, Customer } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export interface EnrolCustomerInput {
  readonly name: string
  /** Any common notation; stored as E.164. */
  readonly phone?: string | null
  readonly email?: string | null
  /** The calling member's own id of the customer. */
  readonly reference?: string | null
  /** Version of the consent text that the customer agreed to. */
  readonly consentVersion: string
}

export interface EnrolledCustomer {
  readonly customer: Customer
  readonly card: Card
}

/** Enrols a customer at the calling member, with a card. */
export async function enrolCustomer(context: Context, input: EnrolCustomerInput): Promise<EnrolledCustomer> {
  throw new Error('enrolCustomer is not built yet', { cause: [context, input] })
}
