import { WebhookAddressRefusedError } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { checkAddress } from './check-address.ts'

/** Hosts that lead where their owner likes. */
const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'shop.example': ['203.0.114.10', '2606:4700::1111'],
  'inside.example': ['10.0.0.5'],
  'both.example': ['203.0.114.10', '127.0.0.1'],
  'mapped.example': ['::ffff:169.254.169.254'],
}
const world = { allowPrivate: false, lookUp: async (host: string) => HOSTS[host] ?? [] }
const refusal = (reason: string) => expect.objectContaining({ code: 'WEBHOOK_ADDRESS_REFUSED', reason })

describe('an address that events are to be sent to', () => {
  it.each([
    ['https://127.0.0.1/', 'PRIVATE'],
    ['https://127.1/', 'PRIVATE'],
    ['https://2130706433/', 'PRIVATE'],
    ['https://0x7f000001/', 'PRIVATE'],
    ['https://0177.0.0.1/', 'PRIVATE'],
    ['https://0.0.0.0/', 'PRIVATE'],
    ['https://10.1.2.3/', 'PRIVATE'],
    ['https://172.16.0.1/', 'PRIVATE'],
    ['https://192.168.1.1:8443/', 'PRIVATE'],
    ['https://100.64.0.1/', 'PRIVATE'],
    ['https://169.254.169.254/latest/meta-data', 'PRIVATE'],
    ['https://224.0.0.1/', 'PRIVATE'],
    ['https://255.255.255.255/', 'PRIVATE'],
    ['https://[::1]/', 'PRIVATE'],
    ['https://[::]/', 'PRIVATE'],
    ['https://[::ffff:127.0.0.1]/', 'PRIVATE'],
    ['https://[::ffff:7f00:1]/', 'PRIVATE'],
    ['https://[::127.0.0.1]/', 'PRIVATE'],
    ['https://[64:ff9b::7f00:1]/', 'PRIVATE'],
    ['https://[2002:7f00:1::]/', 'PRIVATE'],
    ['https://[fe80::1]/', 'PRIVATE'],
    ['https://[fd00::1]/', 'PRIVATE'],
    ['https://localhost/', 'PRIVATE'],
    ['https://LOCALHOST./', 'PRIVATE'],
    ['https://api.localhost/', 'PRIVATE'],
    ['https://printer.local/', 'PRIVATE'],
    ['https://metadata.google.internal/', 'PRIVATE'],
    ['https://inside.example/', 'PRIVATE'],
    ['https://both.example/', 'PRIVATE'],
    ['https://mapped.example/', 'PRIVATE'],
    ['https://nowhere.example/', 'UNKNOWN_HOST'],
    ['http://shop.example/', 'NOT_HTTPS'],
    ['https://user:word@shop.example/', 'CREDENTIALS'],
  ])('%s is refused: %s', async (url, reason) => {
    await expect(checkAddress(url, world)).rejects.toEqual(refusal(reason))
    await expect(checkAddress(url, world)).rejects.toBeInstanceOf(WebhookAddressRefusedError)
  })

  it.each(['', 'shop.example', '/hook', 'ftp://shop.example/', 'javascript:alert(1)', 'file:///etc/passwd'])(
    '%s is no address',
    async (url) => {
      await expect(checkAddress(url, world)).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['url'] })
    },
  )

  it('is kept as it is when everybody can reach it, but for what no server sees', async () => {
    expect(await checkAddress('https://shop.example:8443/a?b=c#d', world)).toBe(
      'https://shop.example:8443/a?b=c',
    )
    expect(await checkAddress('https://203.0.114.10/', world)).toBe('https://203.0.114.10/')
  })

  it('may be of the own machine where the deployment says so', async () => {
    const own = { ...world, allowPrivate: true }
    expect(await checkAddress('http://localhost:3000/hook', own)).toBe('http://localhost:3000/hook')
  })
})
