import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, lockCustomers } from '@artel/store'
import type { Vehicle } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkPlate } from '../input/plate.ts'
import { checkId } from '../input/text.ts'
import { checkMake, checkMileage } from './check-vehicle.ts'
import { vehicleKeeper } from './vehicle-keeper.ts'

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
 * Changes what is told of a vehicle. Throws InvalidInputError, also for a plate that another vehicle of the customer has,
 * NotFoundError, MemberNotActiveError.
 */
export async function updateVehicle(
  context: Context,
  input: UpdateVehicleInput,
): Promise<{ readonly vehicle: Vehicle }> {
  const { coalitionId } = vehicleKeeper(context.principal, 'updateVehicle')
  const id = checkId('vehicle', input.vehicleId, ['vehicleId'])
  const plate = input.plate === undefined ? undefined : checkPlate(['plate'], input.plate)
  const make = input.make === undefined ? undefined : checkMake(input.make)
  const mileageKm = input.mileageKm === undefined ? undefined : checkMileage(input.mileageKm)
  const now = await coalitionNow(context.store, coalitionId)
  const where = { coalitionId_id: { coalitionId, id } }
  return context.store.prisma.$transaction(async (transaction) => {
    const found = await transaction.vehicle.findUnique({ where })
    if (!found) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    // A merge that hands it on, an erasure and a second vehicle of the same plate come before or after.
    await lockCustomers(transaction, coalitionId, [found.customerId, found.customerId])
    const standing = await transaction.vehicle.findUnique({ where })
    if (!standing) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    const same = plate === undefined ? null : { ...standing, plate }
    if (same && (await transaction.vehicle.count({ where: ofAnother(same) })) > 0)
      throw new InvalidInputError({
        path: ['plate'],
        problem: 'Must be another plate: the customer has a vehicle with this one.',
      })
    const mileage = mileageKm === undefined ? {} : { mileageKm, mileageAt: mileageKm === null ? null : now }
    const data = {
      ...(plate === undefined ? {} : { plate }),
      ...(make === undefined ? {} : { make }),
      ...mileage,
    }
    const [vehicle] = await transaction.vehicle.updateManyAndReturn({ where: { coalitionId, id }, data })
    if (!vehicle) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
    return { vehicle }
  })
}

const ofAnother = ({ coalitionId, customerId, plate, id }: Vehicle) => ({
  ...{ coalitionId, customerId, plate },
  id: { not: id },
})
