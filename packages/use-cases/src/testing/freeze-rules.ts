import { v7 as uuidv7 } from 'uuid'
import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** The rules of the verbs that keep a customer's points safe, and of asking for its code. */
export function freezeRules(
  customerId: string,
  each: (scope: string, use: Rule['use']) => Rule,
): Record<string, Rule> {
  const [id, idempotencyKey] = [uuidv7(), uuidv7()]
  const keeper = (use: Rule['use']): Rule => ({
    kinds: ['admin', 'member', 'customer'],
    scopes: { admin: 'customers:write', member: 'customers:write', customer: 'wallet:write' },
    use,
  })
  return {
    freezeCustomer: keeper((c) => door.freezeCustomer(c, { customer: { id: customerId } })),
    unfreezeCustomer: keeper((c) => door.unfreezeCustomer(c, { customer: { id: customerId } })),
    requestConfirmation: each('customers:write', (c) =>
      door.requestConfirmation(c, {
        ...{ purpose: 'HOUSEHOLD_JOIN', customer: { id }, other: { id }, idempotencyKey },
      }),
    ),
  }
}
