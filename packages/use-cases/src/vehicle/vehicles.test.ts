import { lockCustomers } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { aSale } from '../testing/sales.ts'
import { addVehicle } from './add-vehicle.ts'
import { removeVehicle } from './remove-vehicle.ts'
import { updateVehicle } from './update-vehicle.ts'

let database: TestDatabase
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
let boris: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withMember('wash')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
  shop = town.member('shop').context
  anna = { id: town.customer('Anna').id }
  boris = { id: town.customer('Boris').id }
})

/** Something that is waited for. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

const kept = (customerId: string) =>
  database.store.prisma.vehicle.findMany({ where: { customerId }, orderBy: { id: 'asc' } })
const merged = () =>
  mergeCustomers(town.adminContext, { customer: boris, into: anna, idempotencyKey: uuidv7() })

describe('a vehicle', () => {
  test('is written down once a plate, however it is typed, twenty at once too', async () => {
    const many = await Promise.all(
      ['а123вс77', 'A 123 BC 77 RUS'].flatMap((plate) =>
        Array.from({ length: 10 }, () => addVehicle(shop, { customer: anna, plate, make: 'Lada' })),
      ),
    )
    expect(new Set(many.map(({ vehicle }) => vehicle.id)).size).toBe(1)
    expect(await kept(anna.id)).toMatchObject([
      { plate: 'A123BC77', make: 'Lada', mileageKm: null, mileageAt: null },
    ])
  })

  test('is changed by what is told, and keeps the rest', async () => {
    const { vehicle } = await addVehicle(shop, {
      customer: anna,
      plate: 'A123BC77',
      make: 'Lada',
      mileageKm: 1_000,
    })
    expect(vehicle.mileageAt).toEqual(expect.any(Date))
    const at = { vehicleId: vehicle.id }
    expect(await updateVehicle(shop, { ...at, mileageKm: 2_000 })).toMatchObject({
      vehicle: { plate: 'A123BC77', make: 'Lada', mileageKm: 2_000 },
    })
    expect(await updateVehicle(shop, { ...at, mileageKm: null, plate: 'в123вс' })).toMatchObject({
      vehicle: { plate: 'B123BC', make: 'Lada', mileageKm: null, mileageAt: null },
    })
    await addVehicle(shop, { customer: anna, plate: 'A123BC77' })
    await expect(updateVehicle(shop, { ...at, plate: 'a123bc77' })).rejects.toMatchObject({ path: ['plate'] })
    await removeVehicle(shop, at)
    for (const change of [() => removeVehicle(shop, at), () => updateVehicle(shop, { ...at, make: null })])
      await expect(change()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await kept(anna.id)).toHaveLength(1)
  })

  test('is refused by the field that is wrong, and beyond twenty', async () => {
    for (const [input, path] of [
      [{ plate: 'no' }, 'plate'],
      [{ plate: 'A123BC77', make: ' ' }, 'make'],
      [{ plate: 'A123BC77', make: 'x'.repeat(81) }, 'make'],
      [{ plate: 'A123BC77', mileageKm: -1 }, 'mileageKm'],
      [{ plate: 'A123BC77', mileageKm: 10_000_000 }, 'mileageKm'],
    ] as const)
      await expect(addVehicle(shop, { customer: anna, ...input })).rejects.toMatchObject({ path: [path] })
    const two = (at: number) => String(at).padStart(2, '0')
    for (let at = 0; at < 20; at += 1) await addVehicle(shop, { customer: anna, plate: `A123BC${two(at)}` })
    await expect(addVehicle(shop, { customer: anna, plate: 'A123BC99' })).rejects.toMatchObject({
      path: ['customer'],
    })
    expect(await kept(anna.id)).toHaveLength(20)
  })

  test('is there to be changed for members that have dealt with its customer, and for administrators', async () => {
    const wash = town.member('wash').context
    const { vehicle } = await addVehicle(shop, {
      customer: anna,
      plate: 'A123BC77',
      make: 'Lada',
      mileageKm: 7,
    })
    const again = await addVehicle(wash, { customer: anna, plate: 'A123BC77', make: 'Kia' })
    expect(again.vehicle).toEqual(vehicle)
    expect(again.told).toMatchObject({ id: vehicle.id, make: 'Kia', mileageKm: null, mileageAt: null })
    const at = { vehicleId: vehicle.id }
    for (const change of [() => updateVehicle(wash, { ...at, make: 'Kia' }), () => removeVehicle(wash, at)])
      await expect(change()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await kept(anna.id)).toMatchObject([{ make: 'Lada' }])
    await updateVehicle(town.adminContext, { ...at, make: 'Kia' })
    await recordPurchase(wash, aSale(boris))
    await merged()
    expect(await updateVehicle(wash, { ...at, mileageKm: 9 })).toMatchObject({
      vehicle: { make: 'Kia', mileageKm: 9 },
      told: { make: null, mileageKm: 9 },
    })
    await removeVehicle(wash, at)
  })

  test('is changed as its new customer’s where a merge hands it on meanwhile', async () => {
    const { vehicle } = await addVehicle(shop, { customer: boris, plate: 'B123BC77' })
    const { prisma } = database.store
    const [held, locked] = [gate(), gate()]
    const holding = prisma.$transaction(async (transaction) => {
      await lockCustomers(transaction, town.id, [boris.id, boris.id])
      locked.open()
      await held.opened
      await transaction.vehicle.update({
        where: { coalitionId_id: { coalitionId: town.id, id: vehicle.id } },
        data: { customerId: anna.id },
      })
      await transaction.vehicle.create({
        data: { ...vehicle, id: uuidv7(), customerId: anna.id, plate: 'A123BC77' },
      })
    })
    await locked.opened
    const changing = updateVehicle(shop, { vehicleId: vehicle.id, plate: 'A123BC77' })
    const refused = changing.catch((error: unknown) => error)
    const waiting = () => prisma.$queryRaw`select 1 from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database() limit 1`
    await expect.poll(waiting).toHaveLength(1)
    held.open()
    await holding
    expect(await refused).toMatchObject({ path: ['plate'] })
  })

  test('of another coalition is not there', async () => {
    const { vehicle } = await addVehicle(shop, { customer: anna, plate: 'A123BC77' })
    const other = await aCoalition().withMember('shop').open(database.store)
    const foreign = removeVehicle(other.member('shop').context, { vehicleId: vehicle.id })
    await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await kept(anna.id)).toHaveLength(1)
  })

  test('is handed on by a merge, one of each plate, and then changed as the survivor’s', async () => {
    await addVehicle(shop, { customer: anna, plate: 'A123BC77', make: 'hers' })
    await addVehicle(shop, { customer: boris, plate: 'A123BC77', make: 'the same' })
    const { vehicle } = await addVehicle(shop, { customer: boris, plate: 'B123BC77' })
    await merged()
    expect((await kept(anna.id)).map(({ plate, make }) => [plate, make])).toEqual([
      ['A123BC77', 'hers'],
      ['B123BC77', null],
    ])
    expect(await kept(boris.id)).toEqual([])
    await expect(addVehicle(shop, { customer: boris, plate: 'C123BC77' })).rejects.toMatchObject({
      code: 'CUSTOMER_CLOSED',
    })
    await updateVehicle(shop, { vehicleId: vehicle.id, make: 'now hers' })
  })

  test('is exported, and gone with an erasure', async () => {
    await addVehicle(shop, { customer: anna, plate: 'A123BC77', make: 'Lada', mileageKm: 5 })
    const { data } = await exportCustomer(town.adminContext, { customer: anna })
    expect(data.vehicles).toMatchObject([{ plate: 'A123BC77', make: 'Lada', mileageKm: 5 }])
    await addVehicle(shop, { customer: boris, plate: 'B123BC77' })
    await merged()
    await eraseCustomer(town.adminContext, { customerId: anna.id, reason: 'CUSTOMER_REQUEST' })
    expect(await kept(anna.id)).toEqual([])
    const late = addVehicle(shop, { customer: anna, plate: 'A123BC77' })
    await expect(late).rejects.toMatchObject({ code: 'CUSTOMER_CLOSED' })
  })
})
