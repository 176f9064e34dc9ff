import { createArtel } from '@artel/sdk'
import type { DemoLogin, DemoRecord } from '../start/demo-record.ts'

/** Somebody whom no seed has ever seen, so that every figure of hers can be worked out by hand. */
export const NEWCOMER = { name: 'Вера Проверкина', phone: '+79000009001' } as const

/** Enrols the newcomer at the car wash; the sites then know her as one more customer to sign in as. */
export async function newcomerOf(record: DemoRecord): Promise<readonly DemoLogin[]> {
  const wash = createArtel({ url: record.graphql, apiKey: record.keys.members.blesk })
  const { customer } = await wash.customers
    .enrol({ ...NEWCOMER, reference: 'check-1', consentVersion: 'check' })
    .unwrap()
  return [{ id: customer.id, ...NEWCOMER, story: { en: 'a newcomer', ru: 'новенькая' } }]
}
