import { expect, test, vi } from 'vitest'
import { makeRenewCallers, type Renewed } from './renew-callers.ts'

const OPTIONS = { everyMs: 60_000, maxUnconfirmedMs: 60_000, atOnce: 2 }

const aStream = (credential: string, authenticate: () => Promise<string>) => ({
  ...{ credential, authenticate, isShared: false, confirmedAtMs: performance.now() },
  confirm: vi.fn<Renewed<string>['confirm']>(),
  fail: vi.fn<Renewed<string>['fail']>(),
  doubt: vi.fn<Renewed<string>['doubt']>(),
})

test('streams of the same credentials are asked about once', async () => {
  const renew = makeRenewCallers<string>(OPTIONS)
  const authenticate = vi.fn<() => Promise<string>>(async () => 'Anna')
  const streams = [1, 2, 3].map(() => aStream('same', authenticate))
  const forget = streams.map(renew)
  await expect.poll(() => streams.every(({ confirm }) => confirm.mock.calls.length === 1)).toBe(true)
  expect(authenticate).toHaveBeenCalledOnce()
  for (const one of forget) one()
})

test('no more are asked at once than may be, and those after them when one was answered', async () => {
  const renew = makeRenewCallers<string>(OPTIONS)
  const answers: (() => void)[] = []
  const authenticate = () => new Promise<string>((resolve) => answers.push(() => resolve('somebody')))
  const streams = ['a', 'b', 'c'].map((credential) => aStream(credential, authenticate))
  const forget = streams.map(renew)
  await expect.poll(() => answers.length).toBe(2)
  answers[0]?.()
  await expect.poll(() => answers.length).toBe(3)
  for (const one of forget) one()
})

test('callers that are asked about by one read are all asked at once, whoever else waits', async () => {
  const renew = makeRenewCallers<string>(OPTIONS)
  let asked = 0
  const authenticate = () => {
    asked += 1
    return new Promise<string>(() => undefined)
  }
  const streams = [
    ...['a', 'b'].map((credential) => aStream(credential, authenticate)),
    ...['c', 'd', 'e'].map((credential) => ({ ...aStream(credential, authenticate), isShared: true })),
  ]
  const forget = streams.map(renew)
  await expect.poll(() => asked).toBe(streams.length)
  for (const one of forget) one()
})

test('many callers that are asked about by one read are looked through once, not once for each answer', async () => {
  const renew = makeRenewCallers<string>(OPTIONS)
  const streams = Array.from({ length: 300 }, (_each, at) => ({
    ...aStream(`shared ${at}`, async () => 'Anna'),
    isShared: true,
  }))
  const iterated = vi.spyOn(Map.prototype, Symbol.iterator)
  const forget = streams.map(renew)
  await expect.poll(() => streams.every(({ confirm }) => confirm.mock.calls.length > 0)).toBe(true)
  const looks = iterated.mock.calls.length
  iterated.mockRestore()
  expect(looks).toBeLessThan(streams.length)
  for (const one of forget) one()
})

test('a stream whose caller cannot be asked is doubted, whether the question fails or hangs', async () => {
  const renew = makeRenewCallers<string>({ ...OPTIONS, maxUnconfirmedMs: 1 })
  const hanging = aStream('hangs', () => new Promise(() => undefined))
  const failing = aStream('fails', () => Promise.reject(new Error('away')))
  const forget = [hanging, failing].map(renew)
  await expect.poll(() => [hanging, failing].every(({ doubt }) => doubt.mock.calls.length > 0)).toBe(true)
  expect(failing.fail).toHaveBeenCalled()
  for (const one of forget) one()
})
