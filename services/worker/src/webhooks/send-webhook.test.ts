import type { ServerResponse } from 'node:http'
import type { LookupFunction } from 'node:net'
import type { DueAttempt } from '@artel/use-cases'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { ANSWER_BYTES, type SendOptions, sendWebhook } from './send-webhook.ts'

const SECRETS = [
  'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
]
const attempt = (url: string): DueAttempt => ({
  ...{ coalitionId: '', deliveryId: '', attemptNo: 1 },
  ...{ url, messageId: 'evt_1', body: '{"type":"webhook.test"}', secrets: SECRETS },
})
/** The receivers of these tests live on this machine. */
const here: SendOptions = { allowPrivate: true }

const UPGRADE = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'
/** What goes over the wire as it is; then the connection ends. */
const says = (response: ServerResponse, text: string) => void response.socket?.end(text)

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver({
    '/fails': (response) => response.writeHead(500, { 'retry-after': '120' }).end('out of order\0'),
    '/redirects': (response) => response.writeHead(302, { location: '/fine' }).end(),
    '/hangs': () => undefined,
    '/drips': (response) => void response.writeHead(200).write('and then'),
    '/breaks': (response) => response.destroy(),
    '/floods': (response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.writeHead(200).on('drain', pour)
      pour()
    },
    '/upgrade': (response) => says(response, UPGRADE),
    '/hints': (response) => says(response, 'HTTP/1.1 103 Early Hints\r\n\r\n'),
    '/nonsense': (response) => says(response, 'SSH-2.0-OpenSSH_9.6\r\n'),
    '/half': (response) => says(response, 'HTTP/1.1 200 OK\r\ncontent-le'),
    '/short': (response) => says(response, 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'),
    '/heads': (response) => response.writeHead(200, { 'x-long': 'x'.repeat(200_000) }).end(),
  })
})
afterAll(() => receiver.stop())

describe('a message', () => {
  it('is signed by every valid secret, as the package of Standard Webhooks verifies', async () => {
    const sent = await sendWebhook(attempt(`${receiver.url}/fine`), here)
    expect(sent).toMatchObject({ outcome: 'DELIVERED', responseStatus: 204, responseBody: '' })
    const [message] = receiver.at('/fine')
    for (const secret of SECRETS)
      expect(
        new Webhook(secret).verify(message?.body ?? '', message?.headers as Record<string, string>),
      ).toEqual({
        type: 'webhook.test',
      })
    const stranger = new Webhook('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')
    expect(() => stranger.verify(message?.body ?? '', message?.headers as Record<string, string>)).toThrow()
  })

  it.each([
    [
      '/fails',
      { outcome: 'REFUSED', responseStatus: 500, responseBody: 'out of order\uFFFD', retryAfterSeconds: 120 },
    ],
    ['/redirects', { outcome: 'REDIRECTED', responseStatus: 302 }],
    ['/hangs', { outcome: 'TIMED_OUT', responseStatus: null }],
    ['/drips', { outcome: 'TIMED_OUT' }],
    ['/breaks', { outcome: 'UNREACHABLE' }],
    ['/upgrade', { outcome: 'UNREACHABLE', responseStatus: null }],
    ['/hints', { outcome: 'UNREACHABLE' }],
    ['/nonsense', { outcome: 'UNREACHABLE' }],
    ['/half', { outcome: 'UNREACHABLE' }],
    ['/short', { outcome: 'UNREACHABLE' }],
    ['/heads', { outcome: 'UNREACHABLE' }],
    ['/floods', { outcome: 'DELIVERED', responseStatus: 200, responseBody: 'x'.repeat(ANSWER_BYTES) }],
  ])('to a receiver at %s comes to %o', async (path, came) => {
    // Only who never ends is waited for so short.
    const never = path === '/hangs' || path === '/drips'
    const options = never ? { ...here, answerMs: 100 } : here
    expect(await sendWebhook(attempt(`${receiver.url}${path}`), options)).toMatchObject(came)
  })

  it('is sent nowhere but to where the endpoint says: a redirect is not followed', () => {
    expect(receiver.at('/fine')).toHaveLength(1)
  })

  it('to a port where nobody listens is unreachable', async () => {
    const gone = await startReceiver()
    await gone.stop()
    expect(await sendWebhook(attempt(gone.url), here)).toMatchObject({ outcome: 'UNREACHABLE' })
  })
})

describe('of addresses that a connection may not lead to', () => {
  /** What a host is found at when it is connected to, whatever it was when the endpoint was saved. */
  const ledTo =
    (...addresses: string[]): LookupFunction =>
    (_host, options, done) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      if (options.all) done(null, found)
      else done(null, found[0]?.address ?? '', found[0]?.family ?? 4)
    }

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0.0.0.0',
    '10.0.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[fe80::1]',
    '[fd00::1]',
    'localhost',
  ])('%s is refused', async (host) => {
    const { port } = new URL(receiver.url)
    const before = receiver.received.length
    for (const scheme of ['http', 'https'])
      expect(
        await sendWebhook(attempt(`${scheme}://${host}:${port}/inside`), { allowPrivate: false }),
      ).toMatchObject({
        outcome: 'ADDRESS_REFUSED',
      })
    expect(receiver.received).toHaveLength(before)
  })

  it.each([
    ['a host that leads elsewhere by now', ['127.0.0.1']],
    ['one of several addresses', ['203.0.114.10', '127.0.0.1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['an address as it was mapped once', ['::7f00:1']],
  ])('%s is refused', async (_what, addresses) => {
    const { port } = new URL(receiver.url)
    const lookUp = ledTo(...addresses)
    for (const scheme of ['http', 'https'])
      expect(
        await sendWebhook(attempt(`${scheme}://shop.example:${port}/`), { allowPrivate: false, lookUp }),
      ).toMatchObject({ outcome: 'ADDRESS_REFUSED' })
  })
})
