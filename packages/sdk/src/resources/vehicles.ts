import type { Executor } from '../executor.ts'
import {
  VehicleAddDocument,
  type VehicleAddInput,
  VehicleRemoveDocument,
  VehicleUpdateDocument,
  type VehicleUpdateInput,
} from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Vehicles of customers. */
export function vehiclesOf({ result }: Executor) {
  return {
    /**
     * Writes down a vehicle of a customer, its plate in any notation. A plate that the customer has already changes nothing. Scope
     * `customers:write`.
     *
     * @example
     * ```ts
     * const { vehicle } = await artel.vehicles
     *   .add({ customer: { reference: 'crm-17' }, plate: 'а 123 вс 77', make: 'Lada Vesta', mileageKm: 48200 })
     *   .unwrap()
     * console.log(vehicle.plate) // A123BC77
     * ```
     */
    add: (input: VehicleAddInput, options?: CallOptions) =>
      result('mutation', VehicleAddDocument, { input }, options, (data) => data.vehicleAdd),
    /**
     * Changes what is told of a vehicle; what is left out stays, null clears make or mileage. Scope `customers:write`.
     *
     * @example
     * ```ts
     * await artel.vehicles.update({ vehicleId: 'veh_3vQB7B6MrGQZaxCuFg4oh', mileageKm: 60100 }).unwrap()
     * ```
     */
    update: (input: VehicleUpdateInput, options?: CallOptions) =>
      result('mutation', VehicleUpdateDocument, { input }, options, (data) => data.vehicleUpdate),
    /**
     * Removes a vehicle from its customer. Scope `customers:write`.
     *
     * @example
     * ```ts
     * await artel.vehicles.remove('veh_3vQB7B6MrGQZaxCuFg4oh').unwrap()
     * ```
     */
    remove: (vehicleId: string, options?: CallOptions) =>
      result(
        'mutation',
        VehicleRemoveDocument,
        { input: { vehicleId } },
        options,
        (data) => data.vehicleRemove,
      ),
  }
}
