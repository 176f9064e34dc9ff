import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, lockCustomers, newId } from '@artel/store'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { checkPlate } from '../input/plate.ts'
import { checkMake, checkMileage } from './check-vehicle.ts'
import { vehicleKeeper, type WrittenVehicle } from './vehicle-keeper.ts'

/** A customer has as many vehicles as a family and its trailers, no fleet. */
const MAX_VEHICLES = 20

export interface AddVehicleInput {
  readonly customer: CustomerBy
  /** In any notation, with or without the region. */
  readonly plate: string
  /** Make and model. */
  readonly make?: string | null
  /** Kilometres on the clock now. */
  readonly mileageKm?: number | null
}

/**
 * Writes down a vehicle of a customer. The same plate again changes nothing and answers with the vehicle that there is; `told` is what the
 * caller said of it, for those who may not see more.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function addVehicle(context: Context, input: AddVehicleInput): Promise<WrittenVehicle> {
  const keeper = vehicleKeeper(context.principal, 'addVehicle')
  const { store } = context
  const { coalitionId } = keeper
  const plate = checkPlate(['plate'], input.plate)
  const make = checkMake(input.make)
  const mileageKm = checkMileage(input.mileageKm)
  const customerId = await customerIdOf(context, reachOf(keeper), input.customer)
  const now = await coalitionNow(store, coalitionId)
  return store.prisma.$transaction(async (transaction) => {
    await lockCustomers(transaction, coalitionId, [customerId, customerId])
    const customer = await transaction.customer.findUnique({
      where: { coalitionId_id: { coalitionId, id: customerId } },
      include: { vehicles: true },
    })
    if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    refuseClosedCustomer({ customerStatus: customer.status, mergedIntoId: customer.mergedIntoId })
    const known = customer.vehicles.find((one) => one.plate === plate)
    const told = { plate, make, mileageKm, mileageAt: mileageKm === null ? null : now }
    if (known) return { vehicle: known, told: { ...known, ...told }, customer }
    if (customer.vehicles.length >= MAX_VEHICLES)
      throw new InvalidInputError({
        path: ['customer'],
        problem: `Must be a customer with fewer than ${MAX_VEHICLES} vehicles: remove one first.`,
      })
    const data = { coalitionId, id: newId(), customerId, ...told, addedAt: now }
    const vehicle = await transaction.vehicle.create({ data })
    return { vehicle, told: vehicle, customer }
  })
}
