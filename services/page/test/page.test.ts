import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '@artel/test-browser'
import { unfreezeCustomer } from '@artel/use-cases'
import { codeIn } from '@artel/use-cases/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { lookOver, PHONE } from './look-over.ts'
import { ANNA_PHONE, buildPage, openPage, type PageWorld } from './page-world.ts'

let pageDir: string
let browser: Browser
let world: PageWorld
let context: BrowserContext
let page: Page
let complaints: string[]
beforeAll(async () => {
  pageDir = await buildPage()
  world = await openPage(pageDir)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
  if (pageDir) rmSync(pageDir, { recursive: true })
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: PHONE, locale: 'ru-RU' })
  page = await context.newPage()
  // A busy machine is several times slower: only what hangs may end here.
  page.setDefaultTimeout(60_000)
  complaints = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR|status of 4/.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

const newest = async (count: number): Promise<string> => {
  await expect.poll(() => world.letters.length).toBeGreaterThan(count)
  return codeIn(world.letters.at(-1))
}
async function signIn(): Promise<void> {
  // Another story asked a moment ago: the next code is sent a minute later.
  await world.town.store.prisma.confirmation.updateMany({ data: { createdAt: new Date(0) } })
  const sent = world.letters.length
  await page.goto(world.url)
  await page.getByLabel('Телефон').fill(ANNA_PHONE)
  await page.getByRole('button', { name: 'Получить код' }).click()
  await page.getByLabel('Код из сообщения').fill(await newest(sent))
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Карта' }).waitFor()
}
const open = (name: string) => page.getByRole('link', { name, exact: true }).click()
const shown = (text: string | RegExp) => page.getByText(text).first().waitFor()
const balance = () =>
  page
    .locator('artel-wallet')
    .getByText(/^[\d\s]+$/)
    .first()

test('a customer without any shop of its own comes in by phone and code, and finds everything that is its own', async () => {
  await page.goto(world.url)
  expect(await page.title()).toBe('Кошелёк баллов: Заречье')
  await page.getByLabel('Телефон').waitFor()
  await lookOver(page, 'door')
  await page.getByLabel('Телефон').fill('+79169999999')
  await page.getByRole('button', { name: 'Получить код' }).click()
  await page.getByLabel('Код из сообщения').fill('123456')
  await page.getByRole('button', { name: 'Войти' }).click()
  await shown('Код не подошёл')
  expect(world.letters).toEqual([])
  await lookOver(page, 'code')

  await signIn()
  await page.getByRole('img', { name: 'QR-код карты' }).waitFor()
  const { number } = await world.town.store.prisma.card.findFirstOrThrow()
  await shown(number.replace(/(\d{4})(?=\d)/g, '$1 '))
  await page.locator('artel-wallet[data-state=ready]').waitFor()
  const before = await balance().innerText()
  const claim = page.locator('artel-claim')
  await claim.getByRole('textbox').fill(await world.earnCode())
  await claim.getByRole('button', { name: /балл/i }).first().click()
  await expect.poll(() => balance().innerText()).not.toBe(before)
  await lookOver(page, 'wallet')

  await open('История')
  await shown('Начислено за покупку')
  await page.getByRole('button', { name: 'Показать ещё' }).click()
  await expect.poll(() => page.locator('page-history .entry').count()).toBeGreaterThan(10)
  // A claimed code earns by the member's usual rate, a purchase at the other by a rule of its own too.
  await page.getByText('Почему столько').first().click()
  await shown('Обычное начисление участника')
  await page.getByText('Почему столько').nth(2).click()
  await page
    .locator('page-history details')
    .nth(2)
    .getByText(/10\s*%/)
    .first()
    .waitFor()
  await lookOver(page, 'history')

  await open('Акции')
  for (const tag of ['artel-offers', 'artel-partners', 'artel-refer'])
    await page.locator(`${tag}:is([data-state=ready], [data-state=empty])`).waitFor()
  await lookOver(page, 'offers')

  await open('Моё')
  await page.getByRole('button', { name: 'Отозвать: Предложения в SMS' }).click()
  await page.getByRole('button', { name: 'Да, отозвать' }).click()
  await shown(/Отозвано/)
  const consent = await world.town.store.prisma.consent.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(consent).toMatchObject({
    purpose: 'MARKETING_SMS',
    given: false,
    recordedBy: 'CUSTOMER',
    memberId: null,
  })
  await lookOver(page, 'more')

  await page.getByRole('button', { name: 'Заморозить баллы' }).click()
  await shown(/Баллы заморожены/)
  await lookOver(page, 'frozen')
  const sent = world.letters.length
  await page.getByRole('button', { name: 'Разморозить' }).click()
  await page.getByLabel('Код из сообщения').fill(await newest(sent))
  await page.getByRole('button', { name: 'Подтвердить' }).click()
  await page.getByRole('button', { name: 'Заморозить баллы' }).waitFor()

  await page.getByRole('button', { name: 'Выйти', exact: true }).click()
  await shown('Вы вышли')
  await page.reload()
  await page.getByLabel('Телефон').waitFor()
})

test('the session lasts over a reload, no script reads it, and nothing personal is kept in the browser', async () => {
  await signIn()
  await page.reload()
  await page.getByRole('img', { name: 'QR-код карты' }).waitFor()
  const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('artel_customer_'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage),
    cached: (
      await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    ).flatMap((requests) => requests.map(({ url }) => new URL(url).pathname)),
  }))
  expect(kept).toEqual({
    ...{ cookies: '', local: ['artel-device', 'artel-page-language'], session: [] },
    cached: ['/c/-/offline.html'],
  })
})

test('whoever lost the phone says so, and no code of that phone unfreezes', async () => {
  await signIn()
  await open('Моё')
  await page.getByLabel(/Потерян телефон/).check()
  await lookOver(page, 'lost')
  await page.getByRole('button', { name: 'Заморозить баллы' }).click()
  await shown(/Обратитесь к организаторам/)
  expect(await page.getByRole('button', { name: 'Разморозить' }).count()).toBe(0)
  const anna = { id: world.town.customer('Анна Котова').id }
  await unfreezeCustomer(world.town.adminContext, { customer: anna, reason: 'She has a new phone' })
})

test('switched to another language while the history is on its way, it comes in that one', async () => {
  await signIn()
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"language":"RU"')) await held
    await route.continue()
  })
  const asked = page.waitForRequest((request) => request.postData()?.includes('"language":"RU"') === true)
  await open('История')
  await asked
  await page.getByRole('button', { name: 'English' }).click()
  release()
  await page.getByText('Why so many').first().waitFor()
  // The rules are told by the API, in the language that it was asked in.
  const told = (await page.locator('page-history ul.why span').allTextContents()).join()
  expect(told).toMatch(/10\s*%/)
  expect(told).not.toMatch(/[а-яё]/i)
})

test('signed out everywhere, another browser is out as well', async () => {
  await signIn()
  const other = await browser.newContext({
    viewport: PHONE,
    locale: 'ru-RU',
    storageState: await context.storageState(),
  })
  const second = await other.newPage()
  await second.goto(world.url)
  await second.getByRole('img', { name: 'QR-код карты' }).waitFor({ timeout: 300_000 })
  await open('Моё')
  await page.getByRole('button', { name: 'Выйти на всех устройствах' }).click()
  await shown('Вы вышли')
  expect(await page.getByText(/Сеанс завершён/).count()).toBe(0)
  await second.reload()
  await second.getByLabel('Телефон').waitFor({ timeout: 300_000 })
  await other.close()
})

test('signed out elsewhere, what is open says so at the next step, and shows nothing in its place', async () => {
  await signIn()
  const end = async () => {
    await world.town.store.prisma.customerSession.updateMany({ data: { endedAt: new Date() } })
  }
  await end()
  await open('Моё')
  await page.getByLabel('Телефон').waitFor()
  await shown(/Сеанс завершён/)

  await signIn()
  await end()
  // Processes forget a token of an ended session within five seconds.
  await page.waitForTimeout(6_000)
  await open('История')
  await page.getByLabel('Телефон').waitFor()
  await shown(/Сеанс завершён/)
})

test('says that there is no connection, on the page and when it is opened', async () => {
  await signIn()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  await context.setOffline(true)
  await shown('Нет связи. Показано то, что было загружено.')
  await page.reload()
  await page.getByRole('heading', { name: 'Нет связи' }).waitFor()
  await context.setOffline(false)
})

test('installs under the name of the coalition', async () => {
  const manifest = await (await fetch(`${world.url}/app.webmanifest`)).json()
  expect(manifest).toMatchObject({
    name: 'Заречье',
    start_url: new URL(world.url).pathname,
    display: 'standalone',
  })
  for (const { src, sizes } of manifest.icons) {
    const icon = await fetch(new URL(src, world.url))
    expect([src, icon.status, icon.headers.get('content-type')]).toEqual([src, 200, 'image/png'])
    const picture = Buffer.from(await icon.arrayBuffer())
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes)
  }
  const policy = (await fetch(world.url)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*/)
})

test('takes at most 60 kB gzipped before its data, with everything that it may load later', () => {
  const assets = join(pageDir, 'assets')
  const bytes = readdirSync(assets)
    .filter((name) => /\.(js|css)$/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  expect(bytes).toBeLessThanOrEqual(60 * 1024)
})
