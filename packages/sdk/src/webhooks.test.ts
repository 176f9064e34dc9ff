import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook, WebhookSignatureError } from './webhooks.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const other = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='
const event = { type: 'hold.expired', timestamp: '2026-03-14T09:26:53.000Z', data: { points: '30' } }
const examples = new URL('../../schema/events/', import.meta.url)

describe('a signed event', () => {
  it('is verified by its secret among others, whatever the server calls its headers', () => {
    const { headers, body } = signWebhook(event, { secret, id: 'evt_1' })
    const proven = { id: 'evt_1', ...event }
    expect(verifyWebhook({ body, headers, secrets: [other, secret] })).toEqual(proven)
    expect(verifyWebhook({ body, headers: new Headers(headers), secrets: [secret] })).toEqual(proven)
    const upper = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
    )
    expect(
      verifyWebhook({ body: new TextEncoder().encode(body), headers: upper, secrets: [secret] }),
    ).toEqual(proven)
  })

  it.each([
    ['by another secret', { secrets: [other] }],
    ['by none', { secrets: [] }],
    ['by what is no secret', { secrets: ['password'] }],
    ['with another body', { body: JSON.stringify({ ...event, type: 'hold.created' }) }],
    ['without headers', { headers: {} }],
    ['after ten minutes', signWebhook(event, { secret, sentAt: new Date(Date.now() - 600_000) })],
    ['from the future', signWebhook(event, { secret, sentAt: new Date(Date.now() + 600_000) })],
  ])('is not verified %s', (_how, changed) => {
    const message = { ...signWebhook(event, { secret }), secrets: [secret], ...changed }
    expect(() => verifyWebhook(message)).toThrow(WebhookSignatureError)
  })

  it('of every kind of the contract comes back as it was', () => {
    const names = readdirSync(examples).filter((name) => name.endsWith('.example.json'))
    expect(names.length).toBeGreaterThan(40)
    for (const name of names) {
      const example = JSON.parse(readFileSync(new URL(name, examples), 'utf8'))
      const { headers, body } = signWebhook(example, { secret })
      expect(verifyWebhook({ body, headers, secrets: [secret] })).toMatchObject(example)
    }
  })
})
