import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, lockCustomers, type Store } from '@artel/store'
import type { Prisma, Vehicle } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkPlate } from '../input/plate.ts'
import { checkId } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { checkMake, checkMileage } from './check-vehicle.ts'
import { refuseStranger, vehicleKeeper, type WrittenVehicle } from './vehicle-keeper.ts'

export interface UpdateVehicleInput {
  /** Raw UUID. */
  readonly vehicleId: string
  /** Left out: it stays, as do the others. */
  readonly plate?: string
  /** Null: it is told no more. */
  readonly make?: string | null
  readonly mileageKm?: number | null
}

/**
 * Changes what is told of a vehicle of a customer that the member has dealt with. Throws InvalidInputError, also for a plate that another
 * vehicle of the customer has, NotFoundError, MemberNotActiveError.
 */
export async function updateVehicle(context: Context, input: UpdateVehicleInput): Promise<WrittenVehicle> {
  const keeper = vehicleKeeper(context.principal, 'updateVehicle')
  const { coalitionId } = keeper
  const id = checkId('vehicle', input.vehicleId, ['vehicleId'])
  const plate = input.plate === undefined ? undefined : checkPlate(['plate'], input.plate)
  const make = input.make === undefined ? undefined : checkMake(input.make)
  const mileageKm = input.mileageKm === undefined ? undefined : checkMileage(input.mileageKm)
  const now = await coalitionNow(context.store, coalitionId)
  const data = {
    ...(plate === undefined ? {} : { plate }),
    ...(make === undefined ? {} : { make }),
    ...(mileageKm === undefined ? {} : { mileageKm, mileageAt: mileageKm === null ? null : now }),
  }
  const told = { make: null, mileageKm: null, mileageAt: null, ...data }
  try {
    for (;;) {
      const vehicle = await changed(context.store, keeper, { id, data })
      // A merge handed it on while its customer was waited for: whoever has it now is locked instead.
      if (!vehicle) continue
      return { vehicle, told: { ...vehicle, ...told }, customer: { coalitionId, id: vehicle.customerId } }
    }
  } catch (error) {
    if (isUniqueViolation(error)) throw samePlate()
    throw error
  }
}

type VehicleChange = Prisma.VehicleUncheckedUpdateManyInput & { readonly plate?: string }

/** The vehicle once it is changed; undefined where it has another customer than the one that was locked. */
function changed(
  store: Store,
  keeper: ReturnType<typeof vehicleKeeper>,
  { id, data }: { readonly id: string; readonly data: VehicleChange },
): Promise<Vehicle | undefined> {
  const { coalitionId } = keeper
  const where = { coalitionId_id: { coalitionId, id } }
  return store.prisma.$transaction(async (transaction) => {
    const found = await transaction.vehicle.findUnique({ where })
    if (!found) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    await refuseStranger(transaction, keeper, found.customerId)
    // A merge that hands it on, an erasure and a second vehicle of the same plate come before or after.
    await lockCustomers(transaction, coalitionId, [found.customerId, found.customerId])
    const standing = await transaction.vehicle.findUnique({ where })
    if (!standing) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    if (standing.customerId !== found.customerId) return undefined
    const same = data.plate === undefined ? null : { ...standing, plate: data.plate }
    if (same && (await transaction.vehicle.count({ where: ofAnother(same) })) > 0) throw samePlate()
    const [vehicle] = await transaction.vehicle.updateManyAndReturn({
      where: { coalitionId, id },
      data,
    })
    if (!vehicle) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    return vehicle
  })
}

const samePlate = () =>
  new InvalidInputError({
    path: ['plate'],
    problem: 'Must be another plate: the customer has a vehicle with this one.',
  })

const ofAnother = ({ coalitionId, customerId, plate, id }: Vehicle) => ({
  ...{ coalitionId, customerId, plate },
  id: { not: id },
})
