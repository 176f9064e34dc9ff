import { decodePublicId, updateMember } from '@artel/use-cases'
import { aCoalition, aLink, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_RATE_LIMITS } from '../limits/rate-limits.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const OTHER_PHONE = PHONE.replace('18_5', '17_1')

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi({ clientAddressHeader: 'x-forwarded-for' })
  town = await aCoalition().withMember('wash').withMember('cafe').open(api.store)
  const linkPages = ['https://wash.example/', 'https://book.example/wash']
  await updateMember(town.member('wash').context, { linkPages })
})
afterAll(() => api.stop())

interface Visit {
  readonly agent?: string
  readonly method?: string
  readonly address?: string
  readonly headers?: Record<string, string>
}
const visit = async (
  path: string,
  { agent = PHONE, method = 'GET', address = '192.0.2.7', headers = {} }: Visit = {},
) => {
  const response = await fetch(`${api.url}/r/${path}`, {
    ...{ method, redirect: 'manual' },
    headers: { 'user-agent': agent, 'x-forwarded-for': address, ...headers },
  })
  await response.arrayBuffer()
  const location = response.headers.get('location')
  return {
    status: response.status,
    headers: response.headers,
    to: location === null ? null : new URL(location),
  }
}
const clicksOf = (linkId: string) =>
  api.store.prisma.click.findMany({ where: { linkId }, orderBy: { at: 'asc' } })
/** Waits until so many clicks are written. */
async function written(linkId: string, count: number) {
  await expect.poll(async () => (await clicksOf(linkId)).length).toBe(count)
  return clicksOf(linkId)
}

test('a visit is led to the page with its query and campaign, and told the click, which is written down', async () => {
  const link = await aLink(town, {
    ...{ to: 'wash', from: 'cafe', targetUrl: 'https://book.example/wash?day=1', utm: { source: 'cafe' } },
  })
  const referer = 'https://cafe.example/menu?secret=1'
  const { status, to, headers } = await visit(`${link.code}?utm_medium=qr&utm_source=&x=1`, {
    headers: { referer },
  })
  expect([status, headers.get('cache-control'), headers.get('set-cookie')]).toEqual([302, 'no-store', null])
  const click = to?.searchParams.get('art') ?? ''
  expect(to?.href).toBe(`https://book.example/wash?day=1&utm_source=cafe&utm_medium=qr&art=${click}`)
  const [row] = await written(link.id, 1)
  expect(row).toMatchObject({
    ...{ id: decodePublicId('click', click), kind: 'HUMAN', userAgent: PHONE },
    ...{ referrerHost: 'cafe.example', utm: '{"source":"cafe","medium":"qr"}' },
  })
  expect(JSON.stringify(row)).not.toContain('192.0.2.7')
})

test('of a visitor one click an hour counts; of another, and by another link, another', async () => {
  const [one, other] = [await aLink(town, { to: 'wash' }), await aLink(town, { to: 'wash' })]
  const ids = new Set<string | null | undefined>()
  for (let times = 0; times < 3; times += 1) ids.add((await visit(one.code)).to?.searchParams.get('art'))
  expect(ids.size).toBe(1)
  ids.add((await visit(one.code, { address: '192.0.2.8' })).to?.searchParams.get('art'))
  ids.add((await visit(one.code, { agent: OTHER_PHONE })).to?.searchParams.get('art'))
  ids.add((await visit(other.code)).to?.searchParams.get('art'))
  expect(ids.size).toBe(4)
  await written(one.id, 3)
  await written(other.id, 1)
})

describe('a machine is led on and counted apart, without a click to be told', () => {
  test.each<[string, Visit]>([
    ['HEAD', { method: 'HEAD' }],
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an older prefetch', { headers: { purpose: 'prefetch' } }],
    ['a preview of Telegram', { agent: 'TelegramBot (like TwitterBot)' }],
    ['a preview of WhatsApp', { agent: 'WhatsApp/2.23.20.0' }],
    ['a preview of VK', { agent: 'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)' }],
    ['a robot', { agent: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)' }],
    ['a program', { agent: 'curl/8.5.0' }],
    ['nobody who says what it is', { agent: '' }],
  ])('%s', async (_what, how) => {
    const link = await aLink(town, { to: 'wash' })
    const { status, to } = await visit(link.code, how)
    expect([status, to?.href]).toEqual([302, 'https://wash.example/'])
    expect(await written(link.id, 1)).toMatchObject([{ kind: 'BOT' }])
  })
})

describe('an address finds its link', () => {
  test('however its code is typed', async () => {
    const link = await aLink(town, { to: 'wash', code: 'ЗИМА-26' })
    for (const code of ['ЗИМА-26', 'зима26', 'pbvf-26'])
      expect((await visit(encodeURIComponent(code))).status, code).toBe(302)
    await written(link.id, 1)
  })

  test('behind the handle of its coalition where two have the code, without it the older one', async () => {
    const other = await aCoalition().withMember('wash').open(api.store)
    await updateMember(other.member('wash').context, { linkPages: ['https://other.example/'] })
    await aLink(town, { to: 'wash', code: 'spring' })
    await aLink(other, { to: 'wash', code: 'spring' })
    const hosts = await Promise.all(
      ['spring', `${town.coalition.handle}/spring`, `${other.coalition.handle}/spring`].map(
        async (path) => (await visit(path)).to?.host,
      ),
    )
    expect(hosts).toEqual(['wash.example', 'wash.example', 'other.example'])
  })

  test('that leads nowhere but to what the member allows now', async () => {
    const link = await aLink(town, { to: 'wash', targetUrl: 'https://book.example/wash' })
    const linkPages = ['https://wash.example/new']
    await updateMember(town.member('wash').context, { linkPages })
    expect((await visit(link.code)).to?.origin).toBe('https://wash.example')
    const bare = await aLink(town, { to: 'cafe' })
    expect((await visit(bare.code)).status).toBe(404)
  })

  test.each([
    ['NOBODY-HAS-IT', 404],
    ['%', 404],
    ['%00', 404],
    ['https:%2F%2Fevil.example', 404],
    ['%2F%2Fevil.example', 404],
    ['a/b/c', 404],
    ['x'.repeat(200), 404],
    ['', 404],
  ])('and %s finds none', async (path, status) => {
    const answer = await visit(path)
    expect([answer.status, answer.to]).toEqual([status, null])
  })
})

test('who tries codes, one after another, is slowed', async () => {
  const strict = await startTestApi({
    clientAddressHeader: 'x-forwarded-for',
    rateLimits: STRICT,
  })
  const there = await aCoalition().withMember('wash').open(strict.store)
  await updateMember(there.member('wash').context, { linkPages: ['https://wash.example/'] })
  const link = await aLink(there, { to: 'wash' })
  const tried = async (code: string) =>
    (await fetch(`${strict.url}/r/${code}`, { headers: { 'x-forwarded-for': '192.0.2.9' } })).status
  const statuses = new Set<number>()
  for (let at = 0; at < 20; at += 1) statuses.add(await tried(`TRIED-${at}`))
  expect([...statuses]).toEqual([404, 429])
  // What leads somewhere costs nothing.
  const led = await fetch(`${strict.url}/r/${link.code}`, {
    ...{ redirect: 'manual', headers: { 'x-forwarded-for': '192.0.2.9' } },
  })
  expect(led.status).toBe(302)
  await strict.stop()
})

test('of one address so many different clicks an hour count by one link; others are led on without one', async () => {
  const link = await aLink(town, { to: 'wash' })
  const told = async (at: number) =>
    (await visit(link.code, { agent: `${PHONE} ${at}`, address: '192.0.2.77' })).to?.searchParams.has('art')
  for (let at = 0; at < 100; at += 1) expect(await told(at), String(at)).toBe(true)
  expect(await told(100)).toBe(false)
  expect(await told(5)).toBe(true)
  await written(link.id, 100)
})

/** Ten at once, and next to nothing after. */
const STRICT = {
  ...DEFAULT_RATE_LIMITS,
  named: { ...DEFAULT_RATE_LIMITS.named, codes: { burst: 10, perSecond: 1 } },
}
