import { expect } from 'vitest'
import type { TestApi } from './test-api.ts'

/** Makes an endpoint of the key's owner and a test of it. Public ids of both, by noun. */
export async function toldWebhook(api: TestApi, key: string): Promise<Record<string, string>> {
  const made = await api.call(
    'mutation { webhookEndpointCreate(input: { url: "http://localhost/" }) { ... on WebhookSecretPayload { endpoint { id } } } }',
    {},
    { key },
  )
  const { id } = made.data.webhookEndpointCreate.endpoint
  const tried = await api.call(
    'mutation ($id: ID!) { webhookTest(input: { id: $id }) { ... on WebhookDeliveryPayload { delivery { id body } } } }',
    { id },
    { key },
  )
  expect(tried.data.webhookTest.delivery.body).toContain('webhook.test')
  return { webhookEndpoint: id, webhookDelivery: tried.data.webhookTest.delivery.id }
}
