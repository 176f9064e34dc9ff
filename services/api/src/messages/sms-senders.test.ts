import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Message, MessageSender } from '@artel/use-cases'
import { afterEach, describe, expect, it } from 'vitest'
import { senderByChannel } from './sender-by-channel.ts'
import { smsRuSender } from './sms-ru-sender.ts'
import { smscSender } from './smsc-sender.ts'

type Answer = {
  readonly cut?: true
  readonly status?: number
  readonly location?: string
  readonly body: unknown
}
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A gateway that gives these answers in turn, the last one for ever, and keeps what it is sent. */
async function gateway(...answers: readonly Answer[]) {
  const asked: { path: string; form: Record<string, string> }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const {
      cut,
      status = 200,
      location,
      body: answer,
    } = answers[asked.length] ?? answers.at(-1) ?? { body: {} }
    asked.push({ path: request.url ?? '', form: Object.fromEntries(new URLSearchParams(body)) })
    if (cut) return request.socket.destroy()
    const headers = location === undefined ? {} : { location }
    response.writeHead(status, headers).end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send` }
}

const sms: Message = {
  ...{ channel: 'SMS', address: '+79120000001', locale: 'ru', subject: null },
  text: 'Сияние: списание баллов. Если согласны, ваш код 123456 & только он.',
}
const phoneOf = { status_code: 100, sms: { '79120000001': { status_code: 100, sms_id: '1' } } }
const refusedPhone = {
  status_code: 100,
  sms: { '79120000001': { status_code: 207, status_text: '+79120000001' } },
}
const ru = (url: string, from?: string) => smsRuSender({ apiId: 'a secret', from, url })
const smsc = (url: string, from?: string) => smscSender({ login: 'artel', password: 'a secret', from, url })

const SENDERS: readonly [
  string,
  (url: string, from?: string) => MessageSender,
  object,
  Record<string, string>,
][] = [
  ['sms.ru', ru, phoneOf, { api_id: 'a secret', to: '79120000001', msg: sms.text, json: '1', from: 'Artel' }],
  [
    'smsc.ru',
    smsc,
    { id: 7, cnt: 1 },
    {
      ...{ login: 'artel', psw: 'a secret', phones: '+79120000001', mes: sms.text, fmt: '3' },
      ...{ charset: 'utf-8', sender: 'Artel' },
    },
  ],
]

describe.each(SENDERS)('%s', (_name, make, taken, form) => {
  it('is handed the message once, all of it in the body', async () => {
    const { asked, url } = await gateway({ body: taken })
    const sender = make(url, 'Artel')
    expect(sender).toMatchObject({ channels: ['SMS'], isForDevelopment: false })
    await sender.send(sms)
    expect(asked).toEqual([{ path: '/send', form }])
  })

  it('is asked again while it is in trouble, and given up in the end', async () => {
    const trouble = { status: 503, body: 'away' }
    const recovering = await gateway(trouble, trouble, { body: taken })
    await make(recovering.url).send(sms)
    expect(recovering.asked).toHaveLength(3)
    const dead = await gateway(trouble)
    await expect(make(dead.url).send(sms)).rejects.toThrow(/status 503$/)
    expect(dead.asked).toHaveLength(3)
  })

  it.each<[string, Answer]>([
    ['no JSON', { body: 'OK' }],
    ['nothing of its own', { body: {} }],
    ['null', { body: null }],
    ['another place', { status: 302, location: 'http://127.0.0.1:1/', body: '' }],
    ['a page without end', { body: 'x'.repeat(70_000) }],
    ['that it does not know us', { status: 403, body: taken }],
  ])('that answers %s has not taken it', async (_what, answer) => {
    const { url } = await gateway(answer)
    await expect(make(url).send(sms)).rejects.toMatchObject({ name: 'MessageNotSentError' })
  })

  it('tells neither phone, text nor secret when it fails, refused or not reached', async () => {
    const told = { status_code: 202, error_code: 7, status_text: sms.text, error: '+79120000001 a secret' }
    const { asked, url } = await gateway({ body: told })
    for (const address of [url, 'http://127.0.0.1:1/']) {
      const error = await make(address)
        .send(sms)
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'MessageNotSentError' })
      expect(`${(error as Error).stack} ${JSON.stringify(error)} ${(error as Error).cause}`).not.toMatch(
        /79120000001|123456|a secret/,
      )
    }
    // What it will not take is not sent again.
    expect(asked).toHaveLength(1)
  })

  it('sends no letters', async () => {
    await expect(make('http://127.0.0.1:1/').send({ ...sms, channel: 'EMAIL' })).rejects.toThrow(/no EMAIL/)
  })
})

it('sms.ru: a phone that is refused within a good answer was not reached', async () => {
  const { url } = await gateway({ body: refusedPhone })
  await expect(ru(url).send(sms)).rejects.toThrow(/sms\.ru: code 207$/)
})

const repeatedPhone = { status_code: 100, sms: { '79120000001': { status_code: 231 } } }

it.each([
  ['sms.ru', ru, { status_code: 220 }, phoneOf],
  ['smsc.ru', smsc, { error: 'too many at once', error_code: 9 }, { id: 7, cnt: 1 }],
] as const)('%s is asked again when it says that it is busy', async (_name, make, busy, taken) => {
  const { asked, url } = await gateway({ body: busy }, { body: taken })
  await make(url).send(sms)
  expect(asked).toHaveLength(2)
})

describe.each([
  ['sms.ru', ru, repeatedPhone],
  ['smsc.ru', smsc, { error: 'duplicate', error_code: 9 }],
] as const)('%s, when it says that it has had the message,', (_name, make, repeated) => {
  it('has taken it at the try before, of which somebody else said no', async () => {
    const { asked, url } = await gateway({ status: 503, body: 'away' }, { body: repeated })
    await make(url).send(sms)
    expect(asked).toHaveLength(2)
  })

  it('has not taken it, when nothing was sent before', async () => {
    const { url } = await gateway({ body: repeated })
    await expect(make(url).send(sms)).rejects.toMatchObject({ mayHaveArrived: false })
  })
})

describe.each([
  ['sms.ru', ru],
  ['smsc.ru', smsc],
] as const)('%s, handed a message that it does not answer for,', (_name, make) => {
  it.each<[string, Answer]>([
    ['cuts the line', { cut: true, body: '' }],
    ['fails', { status: 500, body: 'oops' }],
    ['answers nonsense', { body: 'OK' }],
  ])('is not handed it again, and may have taken it: it %s', async (_what, answer) => {
    const { asked, url } = await gateway(answer)
    await expect(make(url).send(sms)).rejects.toMatchObject({ mayHaveArrived: true })
    expect(asked).toHaveLength(1)
  })
})

it('of several senders each sends its own channel', async () => {
  const sent: string[] = []
  const one = (channel: 'SMS' | 'EMAIL'): MessageSender => ({
    channels: [channel],
    isForDevelopment: false,
    send: async () => void sent.push(channel),
  })
  const both = senderByChannel([one('EMAIL'), one('SMS')])
  expect(both?.channels).toEqual(['EMAIL', 'SMS'])
  await both?.send(sms)
  await both?.send({ ...sms, channel: 'EMAIL' })
  expect(sent).toEqual(['SMS', 'EMAIL'])
  expect(senderByChannel([])).toBeUndefined()
})
