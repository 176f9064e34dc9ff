import type { Account, Brand, OpenHold, Problem, WalletSession, WalletState } from './wallet-session.ts'

const dayMs = 86_400_000

/**
 * Opens a session of sample data, which sends no request. An empty scene shows a customer with points, any other the
 * state of that name. `errorOf` makes a problem the error that elements know: this module imports nothing. A hold changes the sample balance for all elements of the page.
 */
export function openDemoSession(
  scene: string,
  language: string,
  errorOf: (problem: Problem) => Error,
): WalletSession {
  const at = language === 'ru' ? 1 : 0
  const brand: Brand = { id: 'mbr_demo', name: names.service[at], brandColor: null, brandLogoUrl: null }
  const coalition = { name: names.coalition[at], timeZone: 'Europe/Moscow' }
  const listeners = new Set<() => void>()
  let state: WalletState = { ...firstState(scene, sampleAccount(at, scene === 'empty')), brand, coalition }

  return {
    get state() {
      return state
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => Promise.resolve(),
    quote({ amountMinor, currency, points = '0' }) {
      if (scene === 'loading') return new Promise(() => {})
      if (state.status !== 'ready') return Promise.reject(errorOf(sampleFailure(scene)))
      const total = BigInt(amountMinor)
      const moneyPartMinor = total - BigInt(points) * 100n
      const available = BigInt(state.account?.wallet.available ?? 0)
      const cap = total / 2n / 100n
      return Promise.resolve({
        pointsToEarn: (moneyPartMinor * 5n) / 10_000n,
        maxPoints: available < cap ? available : cap,
        faceValueMinor: 100n,
        currency,
        brand,
      })
    },
    hold({ orderRef, points, bill }) {
      const { account } = state
      if (account === undefined) {
        return Promise.reject(errorOf(sampleFailure(scene)))
      }
      const hold: OpenHold = {
        id: 'hld_demo',
        points,
        orderRef,
        status: 'OPEN',
        expiresAt: daysFromNow(7),
        bill,
        member: brand,
      }
      state = { ...state, account: withHold(account, hold) }
      for (const listener of listeners) listener()
      return Promise.resolve({ hold, replayed: false })
    },
    close: () => listeners.clear(),
  }
}

function sampleFailure(scene: string): Problem {
  const code = scene === 'signed-out' ? 'SIGNED_OUT' : scene === 'offline' ? 'OFFLINE' : 'SAMPLE'
  return { code, message: 'A sample.', requestId: 'req_demo', retryable: true }
}

function firstState(scene: string, account: Account): WalletState {
  if (scene === 'loading' || scene === 'signed-out') return { status: scene }
  if (scene === 'error' || scene === 'offline') {
    return { status: scene, problem: sampleFailure(scene) }
  }
  return { status: 'ready', account }
}

function withHold(account: Account, hold: OpenHold): Account {
  const { wallet, activity } = account
  const points = BigInt(hold.points)
  const event = {
    id: hold.id,
    kind: 'HOLD',
    points: hold.points,
    postedAt: daysFromNow(0),
    member: hold.member,
  } as const
  return {
    ...account,
    wallet: {
      ...wallet,
      available: `${BigInt(wallet.available) - points}`,
      reserved: `${BigInt(wallet.reserved) + points}`,
    },
    activity: { nodes: [event, ...activity.nodes] },
    holds: [hold, ...account.holds],
  }
}

/** Names of the sample data in English and Russian. */
const names = {
  coalition: ['Zarechye', 'Заречье'],
  customer: ['Anna Sokolova', 'Анна Соколова'],
  service: ['Motor Yard', 'Моторный двор'],
} as const

/** As a member's page shows it: events are those there. */
function sampleAccount(at: 0 | 1, empty: boolean): Account {
  const member = { name: names.service[at] }
  const event = (id: string, kind: 'EARN' | 'REDEEM', points: string, days: number) => ({
    id,
    kind,
    points,
    postedAt: daysFromNow(-days),
    member,
  })
  return {
    id: 'cus_demo',
    name: names.customer[at],
    card: { number: '9630114258069424', status: 'ACTIVE' },
    wallet: {
      balance: empty ? '0' : '1842',
      available: empty ? '0' : '1722',
      reserved: '0',
      pending: empty ? '0' : '120',
      debt: '0',
      elsewhere: empty ? '0' : '417',
      cursor: '',
      expiringSoon: empty ? null : { points: '240', at: daysFromNow(12) },
    },
    activity: {
      nodes: empty
        ? []
        : [
            event('ent_1', 'EARN', '120', 1),
            event('ent_2', 'REDEEM', '-300', 4),
            event('ent_3', 'EARN', '425', 9),
            event('ent_4', 'EARN', '36', 16),
          ],
    },
    holds: [],
  }
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString()
}
