import { v7 as uuidv7 } from 'uuid'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { CUSTOMER_SCOPES } from '../access/principal.ts'
import { type IssueEarnCodeInput, issueEarnCode } from '../earn-code/issue-earn-code.ts'
import type { BuiltCoalition } from './a-coalition.ts'
import { aDoor } from './people.ts'
import { roubles } from './sales.ts'

/** A code of a member for a bill of 1000.00, under a fresh receipt and key. */
export const anEarnCode = (
  town: BuiltCoalition,
  overrides: Partial<IssueEarnCodeInput> = {},
  handle = 'wash',
) =>
  issueEarnCode(
    town.member(handle).context,
    { receiptRef: uuidv7(), total: roubles(1000), idempotencyKey: uuidv7(), ...overrides },
    aDoor(),
  )

/** A customer with a token of a member. */
export function customerAt(town: BuiltCoalition, name: string, handle = 'wash'): Context {
  const principal: CustomerPrincipal = {
    kind: 'customer',
    coalitionId: town.id,
    memberId: town.member(handle).id,
    customerId: town.customer(name).id,
    scopes: new Set(CUSTOMER_SCOPES),
    ...{ tokenId: `token of ${name}`, maxPoints: null, origin: null },
  }
  return { store: town.store, principal }
}
