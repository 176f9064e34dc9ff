import { FreezeNeedsAdministratorError, InvalidInputError, NotFoundError } from '@artel/ledger'
import {
  customerScopeAt,
  requireCustomerAtMember,
  requireMember,
  requireMemberOrAdmin,
  scopeOf,
} from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { needsAdministrator } from '../customer/freeze-needs-administrator.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { pointsOf } from '../customer/points-of.ts'
import { checkSomePoints } from '../input/money.ts'
import { checkOneOf } from '../input/text.ts'
import { CONFIRMATION_PURPOSES, type ConfirmedAct } from './act.ts'
import type { RequestConfirmationInput } from './request-confirmation.ts'

type Asked = Omit<RequestConfirmationInput, 'idempotencyKey' | 'locale'>

/**
 * The act that a code is asked for, by who may do it: members and administrators ask for households and transfers, members and
 * a customer's own token for spending, all of them for unfreezing. Throws InvalidInputError, NotFoundError, MemberNotActiveError,
 * FreezeNeedsAdministratorError.
 */
export async function askedAct(
  context: Context,
  input: Asked,
): Promise<{ readonly act: ConfirmedAct; readonly keyScopeId: string }> {
  const purpose = checkOneOf(['purpose'], input.purpose, CONFIRMATION_PURPOSES)
  if (purpose === 'SPEND') return askedSpending(context, input)
  if (purpose === 'UNFREEZE') return askedUnfreezing(context, input)
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb: 'requestConfirmation',
  })
  if (!input.customer) throw lacking('customer')
  if (!input.other) throw lacking('other')
  const reach = reachOf(principal)
  const [customerId, otherCustomerId] = await Promise.all([
    customerIdOf(context, reach, input.customer),
    customerIdOf(context, reach, input.other, 'other'),
  ])
  const points = purpose === 'HOUSEHOLD_JOIN' ? refused('points', input.points) : somePoints(input)
  return { act: { ...reach, purpose, customerId, otherCustomerId, points }, keyScopeId: scopeOf(principal) }
}

async function askedSpending(context: Context, input: Asked) {
  const { principal } = context
  refused('other', input.other)
  const spent = { purpose: 'SPEND', otherCustomerId: null } as const
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomerAtMember(principal, 'hold:create')
    const reach = { coalitionId, memberId }
    if (input.customer && (await customerIdOf(context, reach, input.customer)) !== customerId)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    const act = { ...reach, ...spent, customerId, points: somePoints(input) }
    return { act, keyScopeId: customerScopeAt(principal) }
  }
  const { coalitionId, memberId } = requireSelling(context)
  if (!input.customer) throw lacking('customer')
  const reach = { coalitionId, memberId }
  const customerId = await customerIdOf(context, reach, input.customer)
  return { act: { ...reach, ...spent, customerId, points: somePoints(input) }, keyScopeId: memberId }
}

async function askedUnfreezing(context: Context, input: Asked) {
  refused('other', input.other)
  refused('points', input.points)
  const { coalitionId, memberId, customerId, keyScopeId } = await pointsOf(context, {
    customer: input.customer,
    verb: 'requestConfirmation',
  })
  const where = { coalitionId_id: { coalitionId, id: customerId } }
  const customer = await context.store.prisma.customer.findUnique({ where })
  // A code in advance would lift a freeze that is still to come.
  if (customer?.status === 'ACTIVE' && customer.frozenAt === null)
    throw new InvalidInputError({ path: ['purpose'], problem: 'Must wait until the points are frozen.' })
  if (customer && (await needsAdministrator(context.store.prisma, customer)))
    throw new FreezeNeedsAdministratorError({ customerId })
  const purpose = 'UNFREEZE' as const
  const act = { coalitionId, memberId, purpose, customerId, otherCustomerId: null, points: null }
  return { act, keyScopeId }
}

/** A till records purchases, a shop holds points: either may ask for what it does. */
function requireSelling({ principal }: Context): MemberPrincipal {
  const isHolding = principal.kind === 'member' && principal.scopes.has('holds:write')
  return requireMember(principal, isHolding ? 'holds:write' : 'purchases:write', 'requestConfirmation')
}

function somePoints({ points }: Asked) {
  if (points == null) throw lacking('points')
  return checkSomePoints(['points'], points)
}

const lacking = (field: string) =>
  new InvalidInputError({ path: [field], problem: 'Must be given for this purpose.' })

function refused(field: string, value: unknown): null {
  if (value == null) return null
  throw new InvalidInputError({ path: [field], problem: 'Must be left out for this purpose.' })
}
