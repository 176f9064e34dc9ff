import { v7 as uuidv7 } from 'uuid'
import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** The rules of the verbs that find, merge, export and erase customers, and of their consents. */
export function customerRightsRules(
  anna: { readonly id: string },
  batch: { readonly coalitionId: string; readonly limit: number },
): Record<string, Rule> {
  const id = uuidv7()
  const consent = { purpose: 'PERSONAL_DATA', source: 'WEB' } as const
  const writers = { admin: 'customers:write', member: 'customers:write' }
  return {
    findCustomer: {
      kinds: ['admin', 'member', 'customer'],
      scopes: { admin: 'coalition:read', member: 'customers:read', customer: 'wallet:read' },
      use: (c) => door.findCustomer(c, { id: anna.id }),
    },
    mergeCustomers: {
      kinds: ['admin'],
      scopes: { admin: 'customers:write' },
      use: (c) => door.mergeCustomers(c, { customer: { id }, into: { id }, idempotencyKey: id }),
    },
    publishConsentText: {
      kinds: ['admin'],
      scopes: { admin: 'coalition:write' },
      use: (c) => door.publishConsentText(c, { ...consent, version: '', textEn: '', textRu: '' }),
    },
    recordConsent: {
      kinds: ['admin', 'member'],
      scopes: writers,
      use: (c) => door.recordConsent(c, { customer: { id }, consent: { ...consent, textVersion: '1' } }),
    },
    withdrawConsent: {
      kinds: ['admin', 'member', 'customer'],
      scopes: { ...writers, customer: 'wallet:write' },
      use: (c) => door.withdrawConsent(c, { ...consent, customer: { id } }),
    },
    addVehicle: {
      kinds: ['admin', 'member'],
      scopes: writers,
      use: (c) => door.addVehicle(c, { customer: { id }, plate: 'A123BC77' }),
    },
    updateVehicle: {
      kinds: ['admin', 'member'],
      scopes: writers,
      use: (c) => door.updateVehicle(c, { vehicleId: id, make: null }),
    },
    removeVehicle: {
      kinds: ['admin', 'member'],
      scopes: writers,
      use: (c) => door.removeVehicle(c, { vehicleId: id }),
    },
    eraseCustomer: {
      kinds: ['admin'],
      scopes: { admin: 'customers:write' },
      use: (c) => door.eraseCustomer(c, { customerId: id, reason: 'CUSTOMER_REQUEST' }),
    },
    applyRetention: {
      kinds: ['admin', 'operator'],
      scopes: { admin: 'ops:write' },
      use: (c) => door.applyRetention(c, batch),
    },
    exportCustomer: {
      kinds: ['admin', 'customer'],
      scopes: { admin: 'customers:write', customer: 'wallet:read' },
      use: (c) => door.exportCustomer(c, { customer: { id: anna.id } }),
    },
  }
}
