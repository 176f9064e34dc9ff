import { expect, test, vi } from 'vitest'
import { makeShown } from './shown.ts'
import type { Account, Problem } from './wallet-session.ts'

const accountOf = (id: string, moves: number) =>
  ({ id, name: `${id} after ${moves}`, wallet: { cursor: `b${moves}` } }) as Account
const SIGNED_OUT: Problem = { code: 'SIGNED_OUT', message: 'Signed out.', retryable: false }

/** A page that shows Anna after two moves. */
function aPage() {
  const shown = makeShown(() => undefined)
  shown.answer(shown.ask(), accountOf('Anna', 2))
  return shown
}

test('a hold that is answered late does not replace what a stream told meanwhile', () => {
  const shown = aPage()
  const hold = shown.ask()
  shown.show(accountOf('Anna', 12))
  shown.answer(hold, accountOf('Anna', 9))
  expect(shown.state.account?.wallet.cursor).toBe('b12')
})

test('a load is preferred to what was shown while it ran, where it is newer', () => {
  const shown = aPage()
  const load = shown.ask()
  shown.show(accountOf('Anna', 3))
  shown.answer(load, accountOf('Anna', 4))
  expect(shown.state.account?.wallet.cursor).toBe('b4')
})

test('of two customers the one whose account was asked for last is shown', () => {
  const shown = aPage()
  const [first, second] = [shown.ask(), shown.ask()]
  shown.answer(second, accountOf('Boris', 1))
  shown.answer(first, accountOf('Anna', 9))
  expect(shown.state).toMatchObject({ status: 'ready', account: { id: 'Boris' } })
  shown.show(accountOf('Anna', 9))
  expect(shown.state.account?.id).toBe('Boris')
})

test('an answer that was asked for before the customer signed out signs nobody in', () => {
  const shown = aPage()
  const hold = shown.ask()
  shown.fail(shown.ask(), SIGNED_OUT)
  shown.answer(hold, accountOf('Anna', 3))
  shown.show(accountOf('Anna', 4))
  expect([shown.state.status, shown.state.account]).toEqual(['signed-out', undefined])
})

test('a call that fails leaves the account that is shown, and says so where there is none', () => {
  const away: Problem = { code: 'UNEXPECTED', message: 'Away.', retryable: true }
  const shown = aPage()
  shown.fail(shown.ask(), away)
  expect([shown.state.status, shown.state.account?.id]).toEqual(['ready', 'Anna'])
  const empty = makeShown(() => undefined)
  empty.fail(empty.ask(), { ...away, code: 'OFFLINE' })
  expect([empty.state.status, empty.state.problem?.code]).toEqual(['offline', 'OFFLINE'])
})

test('what is shown is stale after a minute, and what was never loaded never', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const [shown, empty] = [aPage(), makeShown(() => undefined)]
  vi.setSystemTime(Date.now() + 61_000)
  expect([shown.isStale(), empty.isStale()]).toEqual([true, false])
  shown.show(accountOf('Anna', 3))
  expect(shown.isStale()).toBe(false)
  vi.useRealTimers()
})
