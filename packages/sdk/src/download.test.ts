import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as passing } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArtelOptions, createArtel } from './create-artel.ts'
import type { DownloadedFile } from './download.ts'
import { BankDetailsMissingError, NotFoundError } from './generated/refusals.ts'
import { RefusalError } from './refusal-error.ts'
import {
  AuthenticationError,
  NetworkError,
  OverloadedError,
  TimeoutError,
  UnexpectedResponseError,
} from './system-errors.ts'
import {
  type Answering,
  failure,
  hangUp,
  type ScriptedApi,
  silence,
  startScriptedApi,
  text,
} from './testing/scripted-api.ts'
import type { RequestEvent, ResponseEvent, RetryEvent } from './transport.ts'

let api: ScriptedApi
beforeAll(async () => {
  api = await startScriptedApi()
})
afterAll(() => api.close())

const settlement = (options: Partial<ArtelOptions> = {}) =>
  createArtel({ apiKey: 'sk_test_1', url: api.url, ...options }).settlement
const asPdf = { format: 'pdf', language: 'ru' } as const

const HEAD = {
  'content-type': 'application/pdf',
  'content-disposition': 'attachment; filename="statement-stm_1.pdf"',
  'x-request-id': 'req_9',
}
const file =
  (write: (response: ServerResponse) => void): Answering =>
  (response) => {
    response.writeHead(200, HEAD)
    write(response)
  }
const whole = file((response) => response.end('%PDF whole'))

const MEGABYTE = 2 ** 20
const PIECE = Buffer.alloc(MEGABYTE, 7)

describe('a file of the API', () => {
  it('is asked for by its form with the key, and told by its name', async () => {
    api.script(whole)
    const { body, ...head } = await settlement().downloadStatement('stm_1', asPdf)
    expect(head).toEqual({
      fileName: 'statement-stm_1.pdf',
      mediaType: 'application/pdf',
      requestId: 'req_9',
    })
    expect((await buffer(body)).toString()).toBe('%PDF whole')
    for (const form of [{ format: 'csv', language: 'en' }, { format: 'json' }] as const)
      await buffer((await settlement().downloadStatement('stm_1', form)).body)
    await buffer((await settlement().downloadPaymentOrders(7, { format: '1c' })).body)
    expect(api.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /statements/stm_1.pdf?lang=ru',
      'GET /statements/stm_1.csv?lang=en',
      'GET /statements/stm_1.json',
      'GET /payment-orders/7.1c',
    ])
    for (const { headers } of api.received) expect(headers.authorization).toBe('Bearer sk_test_1')
  })

  it('comes only as fast as it is read, whatever its length', async () => {
    const count = 96
    let written = 0
    api.script(
      file(async (response) => {
        for (; written < count; written += 1) if (!response.write(PIECE)) await once(response, 'drain')
        response.end()
      }),
    )
    const { body } = await settlement().downloadStatement('stm_1', asPdf)
    let bytes = 0
    let writtenAtHalf = count
    for await (const piece of body) {
      bytes += piece.length
      if (bytes <= (count / 2) * MEGABYTE) writtenAtHalf = written
    }
    expect(bytes).toBe(count * MEGABYTE)
    expect(writtenAtHalf).toBeLessThan(count)
  })

  it('waits for a slow reader as long as the reader likes', async () => {
    api.script(
      file((response) => {
        response.write('first ')
        response.end('last')
      }),
    )
    const { body } = await settlement().downloadStatement('stm_1', { ...asPdf, timeoutMs: 1_000 })
    let read = ''
    for await (const piece of body) {
      read += Buffer.from(piece).toString()
      await passing(1_200)
    }
    expect(read).toBe('first last')
  })
})

describe('a file that cannot be had', () => {
  const read = async (download: Promise<DownloadedFile>) => buffer((await download).body)
  const once = (options: Partial<ArtelOptions> = {}) =>
    read(settlement({ maxRetries: 0, ...options }).downloadStatement('stm_1', asPdf))

  it('says which bank details are missing', async () => {
    api.script(failure(422, { code: 'BANK_DETAILS_MISSING', fields: ['taxId', 'account'] }))
    await expect(once()).rejects.toMatchObject({ fields: ['taxId', 'account'] })
  })

  it.each([
    ['is not found', failure(404, { code: 'NOT_FOUND' }), NotFoundError, 'NOT_FOUND'],
    [
      'lacks bank details',
      failure(422, { code: 'BANK_DETAILS_MISSING', fields: ['taxId'] }),
      BankDetailsMissingError,
      'BANK_DETAILS_MISSING',
    ],
    ['is refused by a newer API', failure(422, { code: 'MOON_TOO_FULL' }), RefusalError, 'MOON_TOO_FULL'],
    [
      'is not for this key',
      failure(401, { code: 'UNAUTHENTICATED' }),
      AuthenticationError,
      'UNAUTHENTICATED',
    ],
    ['has to wait', failure(503, { code: 'OVERLOADED' }), OverloadedError, 'OVERLOADED'],
    ['is a page of a proxy', text(418, '<h1>Tea</h1>'), UnexpectedResponseError, 'UNEXPECTED_RESPONSE'],
    ['meets a broken line', hangUp, NetworkError, 'NETWORK'],
  ])('%s is refused by its class', async (_name, answer, Expected, code) => {
    api.script(answer)
    const refused = once()
    await expect(refused).rejects.toBeInstanceOf(Expected)
    await expect(refused).rejects.toMatchObject({ code })
    expect(api.received).toHaveLength(1)
  })

  it('times out when no answer comes, and when no more of it does', async () => {
    api.script(silence)
    await expect(once({ timeoutMs: 60 })).rejects.toBeInstanceOf(TimeoutError)
    api.script(file((response) => response.write('%PDF and nothing more')))
    await expect(once({ timeoutMs: 300 })).rejects.toBeInstanceOf(TimeoutError)
  })

  it('fails when it is cut off, and is not begun again behind the back of who reads', async () => {
    api.script(file((response) => response.write('%PDF half', () => response.destroy())))
    await expect(
      read(settlement({ maxRetries: 2 }).downloadStatement('stm_1', asPdf)),
    ).rejects.toBeInstanceOf(NetworkError)
    expect(api.received).toHaveLength(1)
  })

  it('ends with the reason of the signal, before and while it is read', async () => {
    const reason = new Error('no longer wanted')
    api.script(file((response) => response.write('%PDF and nothing more')))
    const early = AbortSignal.abort(reason)
    await expect(settlement().downloadStatement('stm_1', { ...asPdf, signal: early })).rejects.toBe(reason)
    expect(api.received).toHaveLength(0)
    const controller = new AbortController()
    const { body } = await settlement().downloadStatement('stm_1', { ...asPdf, signal: controller.signal })
    const reader = body.getReader()
    await reader.read()
    const next = reader.read()
    controller.abort(reason)
    await expect(next).rejects.toBe(reason)
  })

  it('closes the connection when its reader leaves', async () => {
    const closed = new Promise<void>((resolve) => {
      api.script(
        file((response) => {
          response.once('close', resolve)
          response.write(PIECE)
        }),
      )
    })
    const { body } = await settlement().downloadStatement('stm_1', asPdf)
    for await (const piece of body) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    await closed
  })

  it('is asked for again after a failure that passes, which hooks see', async () => {
    api.script(failure(503, { code: 'OVERLOADED', retryAfterMs: 1 }), hangUp, whole)
    const seen: (RequestEvent | ResponseEvent | RetryEvent)[] = []
    const note = (event: RequestEvent | ResponseEvent | RetryEvent) => seen.push(event)
    const hooks = { onRequest: note, onResponse: note, onRetry: note }
    expect((await once({ maxRetries: 2, ...hooks })).toString()).toBe('%PDF whole')
    const told = seen.map((event) => {
      if ('status' in event) return event.status
      return 'delayMs' in event ? event.error.name : event.attempt
    })
    expect(told).toEqual([1, 503, 'OverloadedError', 2, 'NetworkError', 3, 200])
    expect(seen[0]).toMatchObject({ operationName: 'StatementFile', kind: 'query' })
    expect(JSON.stringify(seen)).not.toContain('sk_test_1')
  })
})
