import { verify } from '@artel/store'
import { launchBrowser } from '@artel/test-browser'
import { createHold, encodePublicId } from '@artel/use-cases'
import { aHold, roubles } from '@artel/use-cases/testing'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSites, type SitesWorld } from './sites-world.ts'

let world: SitesWorld
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  world = await openSites()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})
beforeEach(async () => {
  context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|CORS/.test(message.text()))
      complaints.push(message.text())
  })
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

/** Text as a person reads it: no-break spaces and line breaks are spaces. */
const textOf = async (locator: Locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim()
const figure = (name: string) => textOf(page.locator(`[data-figure="${name}"]`))
/** Pixels by which the page is wider than a small phone. */
async function phoneOverflow(): Promise<number> {
  await page.setViewportSize({ width: 360, height: 780 })
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
const walletBalance = () => page.locator('artel-wallet [part=balance]')

async function signInAtWash(name: string): Promise<void> {
  await page.goto(world.sites['car-wash'])
  await page.selectOption('#sign-in select', world.customerId(name))
  await page.click('#sign-in button')
  await page.getByRole('button', { name: 'Выйти' }).waitFor()
}

async function signInAtService(name: string): Promise<void> {
  await page.goto(world.sites['auto-service'])
  await page.selectOption('form.sign-in select', world.customerId(name))
  await page.click('form.sign-in button')
  await page.locator('artel-wallet[data-state=ready]').waitFor()
}

async function signInAtShop(name: string): Promise<void> {
  await page.goto(world.sites['parts-shop'])
  await page.selectOption('form.buyer select', world.customerId(name))
  await page.click('form.buyer button')
  await page.locator('artel-wallet[data-state=ready]').waitFor()
}

/** Opens a repair order for these works and returns its number. */
async function dropOff(works: readonly string[]): Promise<string> {
  for (const work of works) await page.check(`#prices input[value=${work}]`)
  await page.fill('#plate', 'А123ВС76')
  await page.click('#prices .drop-off button')
  await page.waitForURL('**/orders/*')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function setAside(points: number): Promise<void> {
  await page.locator('artel-checkout[data-state=ready] [part=points-field]').fill(String(points))
  await page.locator('artel-checkout [part=confirm]').click()
}

/** As the workshop: lifts the car, ends the job with these works. */
async function finish(
  order: string,
  works: { done: readonly string[]; notDone: readonly string[] },
): Promise<void> {
  const bay = page.locator(`article[data-order="${order}"]`)
  await page.goto(`${world.sites['auto-service']}/workshop`)
  await bay.getByRole('button', { name: 'Поднять на подъёмник' }).click()
  for (const work of works.notDone) await bay.locator(`input[value=${work}]`).uncheck()
  for (const work of works.done) await bay.locator(`input[value=${work}]`).check()
  await bay.getByRole('button', { name: 'Закрыть заказ' }).click()
  await bay.waitFor({ state: 'detached' })
  await page.goto(`${world.sites['auto-service']}/orders/${order}`)
}

test('points earned at the car wash pay part of a repair at the auto service', async () => {
  await signInAtWash('Анна Котова')
  const full = page.locator('.programme', { hasText: 'Полный блеск' })
  await full.locator('artel-earn-badge[data-state=ready]').waitFor()
  expect(await textOf(full.locator('.price > b'))).toBe('2 400 ₽')
  expect(await textOf(full.locator('[part=badge]'))).toBe('Вы получите 72 балла')
  await full.click()
  await page.locator('.terminal button').dblclick()
  const display = page.locator('.display')
  await display.getByText('+ 72 балла').waitFor()
  expect(await textOf(display)).toBe('+ 72 балла На карте 72 балла. Можно выезжать.')
  await walletBalance().getByText('72', { exact: true }).waitFor()
  expect(await world.balanceOf('Анна Котова')).toBe(72n)

  await signInAtService('Анна Котова')
  expect(await textOf(walletBalance())).toBe('72 балла')
  const order = await dropOff(['oil', 'diagnostics'])
  expect(await figure('total')).toBe('5 000 ₽')
  await setAside(72)
  await page.locator('[data-figure=held]').waitFor()
  expect((await figure('held')).toLowerCase()).toBe('72 балла')
  expect(await figure('left')).toBe('4 928 ₽')

  await finish(order, { done: ['bolt'], notDone: ['diagnostics'] })
  // 3 200 + 600 = 3 800; 72 in points leaves 3 728 in money, of which 5 % is 186.4.
  expect(await figure('bill')).toBe('3 800 ₽')
  expect(await figure('points-part')).toBe('72 балла')
  expect(await figure('money-part')).toBe('3 728 ₽')
  expect(await figure('released')).toBe('0 баллов')
  expect(await figure('earned')).toBe('+ 186 баллов')
  expect(await figure('balance')).toBe('186 баллов')
  expect(await world.balanceOf('Анна Котова')).toBe(186n)
  expect(await phoneOverflow()).toBe(0)
  for (const path of ['/orders', '/workshop']) {
    await page.goto(world.sites['auto-service'] + path)
    expect([path, await phoneOverflow()]).toEqual([path, 0])
  }
})

test('a final bill below the estimate takes only what it may and releases the rest', async () => {
  await world.earn('Пётр Ильин', 4000)
  await signInAtService('Пётр Ильин')
  const order = await dropOff(['arm', 'oil'])
  await setAside(3000)
  await page.locator('[data-figure=held]').waitFor()
  await finish(order, { done: [], notDone: ['arm'] })
  // Half of 3 200 may be paid in points: 1 600 of the 3 000 held; 5 % of the 1 600 paid in money is 80.
  expect(await figure('points-part')).toBe('1 600 баллов')
  expect(await figure('money-part')).toBe('1 600 ₽')
  expect(await figure('released')).toBe('1 400 баллов')
  expect(await figure('earned')).toBe('+ 80 баллов')
  expect(await world.balanceOf('Пётр Ильин')).toBe(4000n - 1600n + 80n)
})

test('a hold that ran out is told to the workshop, and the job is then paid in money', async () => {
  await world.earn('Зоя Март', 1000)
  await signInAtService('Зоя Март')
  const order = await dropOff(['exhaust'])
  await setAside(1000)
  await page.locator('[data-figure=held]').waitFor()
  await world.passDays(8)
  await page.goto(`${world.sites['auto-service']}/workshop`)
  const bay = page.locator(`article[data-order="${order}"]`)
  await bay.getByRole('button', { name: 'Поднять на подъёмник' }).click()
  await bay.getByRole('button', { name: 'Закрыть заказ' }).click()
  await page.getByRole('alert').getByText('Срок отложенных баллов вышел').waitFor()
  await bay.getByRole('button', { name: 'Закрыть заказ' }).click()
  await bay.waitFor({ state: 'detached' })
  await page.goto(`${world.sites['auto-service']}/orders/${order}`)
  expect([await figure('points-part'), await figure('money-part')]).toEqual(['0 баллов', '4 300 ₽'])
  expect(await figure('earned')).toBe('+ 215 баллов')
  expect(await world.balanceOf('Зоя Март')).toBe(1215n)
})

test('points set aside at the counter become an order that the workshop can finish', async () => {
  await world.earn('Зоя Март', 100)
  const before = await world.balanceOf('Зоя Март')
  const hold = aHold(world.coalition.customer('Зоя Март'), { orderRef: 'ЗН-17', bill: roubles(6400) })
  await createHold(world.coalition.member('motor-yard').context, hold)
  await signInAtService('Зоя Март')
  await page.getByRole('link', { name: 'Мои заказы' }).click()
  await page.getByRole('link', { name: 'ЗН-17' }).click()
  expect([await figure('total'), (await figure('held')).toLowerCase()]).toEqual(['6 400 ₽', '100 баллов'])
  await page.goto(`${world.sites['auto-service']}/workshop`)
  const bay = page.locator('article[data-order="ЗН-17"]')
  await bay.locator('input[value=brakes]').check()
  await bay.getByRole('button', { name: 'Закрыть заказ' }).click()
  await bay.waitFor({ state: 'detached' })
  await page.goto(`${world.sites['auto-service']}/orders/ЗН-17`)
  expect([await figure('points-part'), await figure('earned')]).toEqual(['100 баллов', '+ 265 баллов'])
  expect(await world.balanceOf('Зоя Март')).toBe(before - 100n + 265n)
})

test('a cancelled repair gives the held points back', async () => {
  await world.earn('Вера Лис', 500)
  await signInAtService('Вера Лис')
  await dropOff(['alignment'])
  await setAside(400)
  await page.locator('[data-figure=held]').waitFor()
  await page.getByRole('button', { name: 'Отменить заказ' }).click()
  await page.getByText('Заказ отменён, баллы снова ваши.').waitFor()
  await page.goto(world.sites['auto-service'])
  await page.locator('artel-wallet[data-state=ready]').waitFor()
  expect(await textOf(page.locator('artel-wallet [part=facts]'))).toMatch(/500 .*0 .*0$/)
})

test('one line of a paid order comes back as its share of money and points', async () => {
  await world.earn('Глеб Чиж', 1000)
  await signInAtShop('Глеб Чиж')
  const part = (name: string) => page.locator('.part', { hasText: name }).getByRole('button')
  await part('Диск тормозной').click()
  await part('Диск тормозной').click()
  await part('Фильтр масляный').click()
  expect(await textOf(page.locator('.specification tfoot'))).toBe('Итого 8 190 ₽')
  await page.getByRole('button', { name: 'Оформить заказ' }).click()
  await setAside(819)
  await page.getByRole('button', { name: 'Оплатить 7 371 ₽ и 819 баллов' }).dblclick()
  await page.locator('article[data-status=PAID]').waitFor()
  expect(await figure('points-part')).toBe('819 баллов')
  expect(await figure('money-part')).toBe('7 371 ₽')
  expect(await figure('earned')).toBe('+ 294 балла')
  expect(await world.balanceOf('Глеб Чиж')).toBe(1000n - 819n + 294n)

  await page.getByRole('link', { name: 'Все заказы' }).click()
  const filter = page.locator('tr[data-sku="MF-2140"]')
  await filter.getByRole('button', { name: 'Вернуть' }).click()
  // 690 of 8 190: floor(819 x 690 / 8190) = 69 points, 621 in money; floor(294 x 690 / 8190) = 24 earned points undone.
  await filter.getByText('Возвращено 621 ₽ и 69 баллов, снято 24 балла').waitFor()
  expect(await world.balanceOf('Глеб Чиж')).toBe(475n + 69n - 24n)
  expect(await filter.getByRole('button').count()).toBe(0)
  expect(await phoneOverflow()).toBe(0)
})

test('the same wash, payment or return sent many times at once is one', async () => {
  await world.earn('Вера Лис', 100)
  const before = await world.balanceOf('Вера Лис')
  await signInAtWash('Вера Лис')
  const washes = await page.evaluate(async () => {
    const { ticket } = await (await fetch('/session')).json()
    const body = JSON.stringify({ programme: 'wax', ticket })
    const press = async () => (await fetch('/washes', { method: 'POST', body })).json()
    return Promise.all(Array.from({ length: 8 }, press))
  })
  expect(washes.map(({ pointsEarned, balanceAfter }) => [pointsEarned, balanceAfter])).toEqual(
    Array.from({ length: 8 }, () => ['27', String(before + 27n)]),
  )
  await signInAtShop('Вера Лис')
  const orders = await page.evaluate(async () => {
    const post = async (path: string, body: object) =>
      (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).json()
    const cart = [{ sku: 'MF-2140', quantity: 1, priceMinor: '1', totalMinor: '1' }]
    const { order } = await post('/api/orders', { cart, lang: 'ru' })
    const pay = () => post(`/api/orders/${order.id}/pay`, {})
    await Promise.all(Array.from({ length: 8 }, pay))
    const giveBack = () => post(`/api/orders/${order.id}/refund`, { sku: 'MF-2140' })
    return Promise.all(Array.from({ length: 8 }, giveBack))
  })
  // The price is the shop's, whatever the page sent; 4 % of 690 is 27, undone by the return.
  for (const { order } of orders) {
    expect([order.totalMinor, order.receipt.pointsEarned, order.refunds.length]).toEqual(['69000', '27', 1])
  }
  expect(await world.balanceOf('Вера Лис')).toBe(before + 27n)
})

test('a hold of another order or customer is not taken', async () => {
  await signInAtService('Пётр Ильин')
  const order = await dropOff(['oil'])
  await setAside(10)
  await page.locator('[data-figure=held]').waitFor()
  const hold = await world.database.store.prisma.hold.findFirstOrThrow({ where: { orderRef: order } })
  const holdId = encodePublicId('hold', hold.id)
  await page.goto(world.sites['auto-service'])
  const other = await dropOff(['oil'])
  const statuses = await page.evaluate(
    async ([path, id]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(path ?? '', {
        method: 'POST',
        headers,
        body: JSON.stringify({ holdId: id }),
      })
      return [answer.status, (await answer.json()).message]
    },
    [`/orders/${other}/hold`, holdId],
  )
  expect(statuses).toEqual([
    409,
    'Эти баллы отложены не под этот заказ. Обновите страницу и попробуйте ещё раз.',
  ])
})

test('after all that the books are right', async () => {
  expect(await verify({ databaseUrl: world.database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
