import { NotFoundError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { vehicleKeeper } from './vehicle-keeper.ts'

/** Takes a vehicle away from its customer. Throws NotFoundError, MemberNotActiveError. */
export async function removeVehicle(
  context: Context,
  input: { /** Raw UUID. */ readonly vehicleId: string },
): Promise<{ readonly vehicleId: string }> {
  const { coalitionId } = vehicleKeeper(context.principal, 'removeVehicle')
  const id = checkId('vehicle', input.vehicleId, ['vehicleId'])
  const { count } = await context.store.prisma.vehicle.deleteMany({ where: { coalitionId, id } })
  if (count === 0) throw new NotFoundError({ what: 'vehicle' }, { path: ['vehicleId'] })
  return { vehicleId: id }
}
