import { NotFoundError } from '@artel/ledger'
import type { Customer, Prisma, Vehicle } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, MemberPrincipal, Principal } from '../access/principal.ts'
import type { MemberVerb } from '../access/verb-statuses.ts'
import { dealtWithBy } from '../customer/dealt-with.ts'

/** A vehicle that was written down. */
export interface WrittenVehicle {
  /** As it is now. */
  readonly vehicle: Vehicle
  /** The same with what the caller said of it alone: null where it said nothing. */
  readonly told: Vehicle
  /** Whose it is. */
  readonly customer: Pick<Customer, 'coalitionId' | 'id'>
}

/** A member or an administrator that may write down what customers drive. Throws PermissionError, MemberNotActiveError. */
export const vehicleKeeper = (
  principal: Principal,
  verb: Extract<MemberVerb, `${string}Vehicle`>,
): MemberPrincipal | AdminPrincipal =>
  requireMemberOrAdmin(principal, { member: 'customers:write', admin: 'customers:write', verb })

/**
 * Throws NotFoundError, as if there were no such vehicle, for a member that has not dealt with its customer, or with one who was merged
 * into it. Administrators may change all.
 */
export async function refuseStranger(
  { customer }: Pick<Prisma.TransactionClient, 'customer'>,
  keeper: MemberPrincipal | AdminPrincipal,
  customerId: string,
): Promise<void> {
  if (keeper.kind === 'admin') return
  const { coalitionId, memberId } = keeper
  const isPerson = { OR: [{ id: customerId }, { mergedIntoId: customerId }] }
  const known = await customer.count({ where: { coalitionId, AND: [isPerson, dealtWithBy(memberId)] } })
  if (known === 0) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
}
