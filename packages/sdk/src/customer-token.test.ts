import { SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { customerTokenAuthorization } from './customer-token.ts'
import { TokenUnavailableError } from './system-errors.ts'

/** A token of ten minutes, issued by a clock that is years off this machine's. */
const tokenOf = (name: string) =>
  new SignJWT({ iat: 1_000, exp: 1_600, jti: name })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new Uint8Array(32))

const minuteMs = 60_000

it('asks for another token at 80 % of its life, counted from when it arrived', async () => {
  const [first, second] = [await tokenOf('first'), await tokenOf('second')]
  const script = [first, second]
  let clockMs = 5_000
  const { header } = customerTokenAuthorization(
    async () => script.shift() ?? null,
    () => clockMs,
  )
  expect(await header()).toBe(`Bearer ${first}`)
  clockMs += 8 * minuteMs - 1
  expect(await header()).toBe(`Bearer ${first}`)
  clockMs += 1
  expect(await header()).toBe(`Bearer ${second}`)
})

it('serves on with a token that is still good while another cannot be had, and not a moment longer', async () => {
  const good = await tokenOf('good')
  let clockMs = 0
  let up = true
  const { header } = customerTokenAuthorization(
    async () => {
      if (!up) throw new Error('the shop is restarting')
      return good
    },
    () => clockMs,
  )
  await header()
  up = false
  clockMs = 10 * minuteMs - 1
  expect(await header()).toBe(`Bearer ${good}`)
  clockMs = 10 * minuteMs
  await expect(header()).rejects.toThrow(TokenUnavailableError)
  await expect(header()).rejects.toMatchObject({ retryable: true, message: /restarting/ })
})

it('keeps a token that is not a JWT until it is refused', async () => {
  let fetched = 0
  let clockMs = 0
  const authorization = customerTokenAuthorization(
    async () => {
      fetched += 1
      return `opaque-${fetched}`
    },
    () => clockMs,
  )
  await authorization.header()
  clockMs = 1e12
  expect(await authorization.header()).toBe('Bearer opaque-1')
  expect(authorization.replace('Bearer opaque-1')).toBe(true)
  expect(await authorization.header()).toBe('Bearer opaque-2')
  authorization.replace('Bearer opaque-1')
  expect(await authorization.header()).toBe('Bearer opaque-2')
})

it('asks again at every call while nobody is signed in', async () => {
  const script = [null, null, 'signed-in']
  const { header } = customerTokenAuthorization(async () => script.shift() ?? null)
  expect(await header()).toBeUndefined()
  expect(await header()).toBeUndefined()
  expect(await header()).toBe('Bearer signed-in')
})
