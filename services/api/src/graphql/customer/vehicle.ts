import { CustomerClosedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { addVehicle, encodePublicId, removeVehicle, updateVehicle } from '@artel/use-cases'
import { knowsCustomer } from '../../auth/knows-customer.ts'
import { seesPersonOf } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { CustomerBy, customerBy } from './customer.ts'

const Vehicle = builder.prismaObject('Vehicle', {
  description: 'A vehicle of a customer.',
  fields: (t) => ({
    id: t.id({ description: 'Opaque id.', resolve: ({ id }) => encodePublicId('vehicle', id) }),
    plate: t.exposeString('plate', {
      description: 'Latin capitals and digits without blanks, with the region where it was told: `A123BC77`.',
    }),
    make: t.exposeString('make', { nullable: true, description: 'Make and model.' }),
    mileageKm: t.exposeInt('mileageKm', {
      nullable: true,
      description: 'Kilometres on the clock when it was told.',
    }),
    mileageAt: t.expose('mileageAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mileage was told.',
    }),
  }),
})

builder.prismaObjectField('Customer', 'vehicles', (t) =>
  t.field({
    type: [Vehicle],
    description:
      'Its vehicles, 20 at most, oldest first; empty without the scope of personal fields, and for a member that has not dealt with it.',
    select: { vehicles: { orderBy: { id: 'asc' } } },
    resolve: async ({ vehicles, ...customer }, _args, context) =>
      seesPersonOf(context.principal, customer) && (await knowsCustomer(context, customer)) ? vehicles : [],
  }),
)

const VehicleAddInput = builder.inputType('VehicleAddInput', {
  description: 'A vehicle of a customer.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Whose it is.' }),
    plate: t.string({ required: true, description: 'In any notation, Cyrillic or Latin.' }),
    make: t.string({ description: 'Make and model, at most 80 characters.' }),
    mileageKm: t.int({ description: 'Kilometres on the clock now.' }),
  }),
})

const VehicleUpdateInput = builder.inputType('VehicleUpdateInput', {
  description: 'What changes of a vehicle; what is left out stays.',
  fields: (t) => ({
    vehicleId: t.id({ required: true, description: 'Id of the vehicle.' }),
    plate: t.string({ description: 'In any notation; null changes nothing.' }),
    make: t.string({ description: 'Make and model; null: it is told no more.' }),
    mileageKm: t.int({ description: 'Kilometres on the clock now; null: they are told no more.' }),
  }),
})

const VehicleRemoveInput = builder.inputType('VehicleRemoveInput', {
  description: 'A vehicle to remove.',
  fields: (t) => ({ vehicleId: t.id({ required: true, description: 'Id of the vehicle.' }) }),
})

const VehiclePayload = builder.objectRef<Awaited<ReturnType<typeof addVehicle>>>('VehiclePayload').implement({
  description: 'The vehicle as it is now.',
  fields: (t) => ({
    vehicle: t.field({
      type: Vehicle,
      description:
        'The vehicle; without the scope of personal fields, or without dealings with the customer, what was sent of it.',
      resolve: async ({ vehicle, told, customer }, _args, context) =>
        seesPersonOf(context.principal, customer) && (await knowsCustomer(context, customer))
          ? vehicle
          : told,
    }),
  }),
})

const VehicleRemovePayload = builder
  .objectRef<Awaited<ReturnType<typeof removeVehicle>>>('VehicleRemovePayload')
  .implement({
    description: 'What was removed.',
    fields: (t) => ({
      vehicleId: t.id({
        description: 'Id of the vehicle that was.',
        resolve: ({ vehicleId }) => encodePublicId('vehicle', vehicleId),
      }),
    }),
  })

builder.mutationField('vehicleAdd', (t) =>
  t.field({
    type: VehiclePayload,
    description:
      'Writes down a vehicle of a customer, 20 at most. A plate that the customer has already changes nothing and answers with that vehicle.',
    errors: { types: [NotFoundError, MemberNotActiveError, CustomerClosedError] },
    args: { input: t.arg({ type: VehicleAddInput, required: true, description: 'The vehicle.' }) },
    resolve: (_root, { input }, context) =>
      addVehicle(verbContext(context), { ...given(input), customer: customerBy(input.customer) }),
  }),
)

builder.mutationField('vehicleUpdate', (t) =>
  t.field({
    type: VehiclePayload,
    description: 'Changes what is told of a vehicle of a customer whom the member has dealt with.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: VehicleUpdateInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input: { vehicleId, plate, make, mileageKm } }, context) =>
      updateVehicle(verbContext(context), {
        vehicleId: uuidOf('vehicle', vehicleId, ['vehicleId']),
        ...(plate == null ? {} : { plate }),
        ...(make === undefined ? {} : { make }),
        ...(mileageKm === undefined ? {} : { mileageKm }),
      }),
  }),
)

builder.mutationField('vehicleRemove', (t) =>
  t.field({
    type: VehicleRemovePayload,
    description: 'Removes a vehicle from a customer whom the member has dealt with.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: VehicleRemoveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) =>
      removeVehicle(verbContext(context), { vehicleId: uuidOf('vehicle', input.vehicleId, ['vehicleId']) }),
  }),
)
