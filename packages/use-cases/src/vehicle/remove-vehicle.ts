import { NotFoundError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { refuseStranger, vehicleKeeper } from './vehicle-keeper.ts'

/** Takes a vehicle away from a customer that the member has dealt with. Throws NotFoundError, MemberNotActiveError. */
export async function removeVehicle(
  context: Context,
  input: { /** Raw UUID. */ readonly vehicleId: string },
): Promise<{ readonly vehicleId: string }> {
  const keeper = vehicleKeeper(context.principal, 'removeVehicle')
  const { coalitionId } = keeper
  const id = checkId('vehicle', input.vehicleId, ['vehicleId'])
  const { prisma } = context.store
  const found = await prisma.vehicle.findFirst({ where: { coalitionId, id } })
  if (!found) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
  await refuseStranger(prisma, keeper, found.customerId)
  const { count } = await prisma.vehicle.deleteMany({ where: { coalitionId, id } })
  if (count === 0) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
  return { vehicleId: id }
}
