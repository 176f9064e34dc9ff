import { SignJWT } from 'jose'
import { expect, it } from 'vitest'
import { ArtelError } from './artel-error.ts'
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

it('goes on with nobody when the page says that nobody is signed in, though the last token is still good', async () => {
  const anna = await tokenOf('anna')
  let clockMs = 0
  let answer: () => Promise<string | null> = async () => anna
  const { header } = customerTokenAuthorization(
    () => answer(),
    () => clockMs,
  )
  await header()
  clockMs = 8 * minuteMs
  answer = () => Promise.reject(new ArtelError('SIGNED_OUT', 'Signed out.'))
  await expect(header()).rejects.toMatchObject({ code: 'SIGNED_OUT' })
  // Nor does a failure bring it back.
  answer = () => Promise.reject(new Error('the shop is restarting'))
  await expect(header()).rejects.toThrow(TokenUnavailableError)
})

it('asks anew after `forget`, and keeps no token that was asked for before it', async () => {
  const [anna, boris] = [await tokenOf('anna'), await tokenOf('boris')]
  let answer: (token: string) => void = () => {}
  const authorization = customerTokenAuthorization(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  const early = authorization.header()
  const answerEarly = answer
  authorization.forget?.()
  const late = authorization.header()
  answer(boris)
  expect(await late).toBe(`Bearer ${boris}`)
  answerEarly(anna)
  expect(await early).toBe(`Bearer ${anna}`)
  expect(await authorization.header()).toBe(`Bearer ${boris}`)
  authorization.forget?.()
  const next = authorization.header()
  answer(anna)
  expect(await next).toBe(`Bearer ${anna}`)
})
