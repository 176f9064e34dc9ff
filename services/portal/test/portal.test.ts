import { rmSync } from 'node:fs'
import { launchBrowser } from '@artel/test-browser'
import { codeOf } from '@artel/use-cases/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPortal } from './build-portal.ts'
import { DESK, lookOver } from './look-over.ts'
import {
  ANNA_PHONE,
  CASHIER,
  MANAGER,
  openPortal,
  PASSWORD,
  type PortalWorld,
  TREASURER,
} from './portal-world.ts'

let portalDir: string
let world: PortalWorld
let browser: Browser
let context: BrowserContext
let page: Page
/** What the page complained of: a refused style or script is one. */
let complaints: string[]

beforeAll(async () => {
  portalDir = await buildPortal()
  world = await openPortal(portalDir)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
  if (portalDir) rmSync(portalDir, { recursive: true })
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: DESK, locale: 'ru-RU' })
  page = await context.newPage()
  // A busy machine is several times slower: only what hangs may end here.
  page.setDefaultTimeout(300_000)
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

async function signIn(email: string): Promise<void> {
  await page.goto(`${world.url}/portal/`)
  await page.getByLabel('Почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}

const customerField = () => page.getByLabel('Карта или телефон покупателя')
const salesOf = (receiptRef?: string) =>
  world.town.store.prisma.purchase.count({
    where: { coalitionId: world.town.id, ...(receiptRef ? { receiptRef } : {}) },
  })

test('who has a second factor gives it, and a wrong password is refused in the language of the page', async () => {
  await page.goto(`${world.url}/portal/`)
  await page.getByLabel('Почта').fill(TREASURER)
  await page.getByLabel('Пароль', { exact: true }).fill('wrong-password')
  await page.keyboard.press('Enter')
  await page
    .locator('[data-code="SIGN_IN_FAILED"]')
    .getByText(/[а-я]{4}/)
    .first()
    .waitFor()
  await lookOver(page, 'sign-in')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('heading', { name: 'Второй фактор' }).waitFor()
  await lookOver(page, 'second-factor')
  await page.getByLabel('Код').fill(codeOf(world.treasurerSecret, 1))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Что ждёт вас' }).waitFor()
  await lookOver(page, 'coalition-home')
  await page.getByLabel(/Вы вошли/).click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('heading', { name: 'Вход' }).waitFor()
})

test('a cashier records a sale by keyboard alone, with points', async () => {
  await signIn(CASHIER)
  await customerField().waitFor()
  await lookOver(page, 'till')
  await customerField().focus()
  await page.keyboard.type('89161234567')
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').waitFor()
  await page.keyboard.type('1200,50')
  await page.keyboard.press('Enter')
  await page.getByLabel('Списать баллов').first().waitFor()
  await page.keyboard.type('500')
  await page.locator('[data-state="seen"]', { hasText: '700,50' }).waitFor()
  await lookOver(page, 'till-pay')
  await page.getByLabel('Списать баллов').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-state="done"]', { hasText: '700,50' }).waitFor()
  await lookOver(page, 'till-done')
  await page.getByRole('button', { name: 'Следующий покупатель' }).focus()
  await page.keyboard.press('Enter')
  await customerField().waitFor()
  const sale = await world.town.store.prisma.purchase.findFirstOrThrow({ where: { totalMinor: 120_050n } })
  expect([sale.pointsRedeemed, sale.pointsPartMinor]).toEqual([500n, 50_000n])
})

test("a scanner's text is right under the Russian layout", async () => {
  await signIn(CASHIER)
  await customerField().waitFor()
  const card = await world.town.store.prisma.card.findFirstOrThrow({
    where: { customerId: world.town.customer('Анна Котова').id },
  })
  await scanUnderRussianLayout(`http://artel.example/c/${card.number}`)
  expect(await customerField().inputValue()).toBe(`http://artel.example/c/${card.number}`)
  await page.keyboard.press('Enter')
  await page.getByText('Анна Котова').waitFor()
})

test('a sale whose answer is lost is asked after under the same key, also after a reload, and is one sale', async () => {
  await signIn(CASHIER)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('777')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  const before = await salesOf()
  const keys: string[] = []
  let isCut = true
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON()
    if (!String(body.query).includes('purchaseRecord')) return route.continue()
    keys.push(body.variables.input.idempotencyKey)
    // The API carries it out, and the answer gets lost.
    if (isCut) {
      await route.fetch()
      await route.abort('connectionreset')
    } else await route.continue()
  })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ответа нет' }).waitFor()
  await lookOver(page, 'till-unknown')
  await page.reload()
  await page.getByRole('heading', { name: 'Ответа нет' }).waitFor()
  isCut = false
  await page.locator('[data-state="done"]', { hasText: '777,00' }).waitFor()
  expect(new Set(keys).size).toBe(1)
  expect(keys.length).toBeGreaterThan(1)
  expect(await salesOf()).toBe(before + 1)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('artel.pending'))),
  ).toEqual([])
})

test('a sale whose answer is slow holds the till: no key calls it off, and it is one sale whose end is shown', async () => {
  await signIn(CASHIER)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('555')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  const before = await salesOf()
  let answer = () => {}
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/graphql', async (route) => {
    if (String(route.request().postDataJSON().query).includes('purchaseRecord')) await isHeld
    await route.continue()
  })
  await page.keyboard.press('Enter')
  await page.getByText('Проводим', { exact: true }).waitFor()
  for (const key of ['Enter', 'Escape', 'F9', 'F8', 'Escape', 'Enter']) await page.keyboard.press(key)
  expect(await page.getByRole('heading', { name: 'Продажи за сегодня' }).count()).toBe(0)
  expect(await customerField().count()).toBe(0)
  answer()
  await page.locator('[data-state="done"]', { hasText: '555,00' }).waitFor()
  expect(await salesOf()).toBe(before + 1)
})

test('a till that is left before the answer asks for it when it is opened again', async () => {
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Касса', exact: true }).first().click()
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('444')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  const before = await salesOf()
  const answered = page.waitForResponse((response) =>
    String(response.request().postData()).includes('purchaseRecord'),
  )
  let answer = () => {}
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/graphql', async (route) => {
    if (String(route.request().postDataJSON().query).includes('purchaseRecord')) await isHeld
    await route.continue()
  })
  await page.keyboard.press('Enter')
  await page.getByText('Проводим', { exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Что ждёт вас' }).waitFor()
  answer()
  await answered
  await page.goForward()
  await page.locator('[data-state="done"]', { hasText: '444,00' }).waitFor()
  expect(await salesOf()).toBe(before + 1)
})

test('what is recorded is the bill as it stands in its fields, however late it was corrected', async () => {
  await signIn(CASHIER)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('3330')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  await page.getByLabel('Сумма чека').fill('333')
  await expect.poll(() => page.getByRole('button', { name: 'Провести' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Номер чека, код' }).click()
  await page.getByLabel('Номер чека').fill('C-333')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]', { hasText: '333,00' }).waitFor()
  await page.getByLabel('Списать баллов').first().fill('5о0')
  await page.getByText('Это не число баллов').waitFor()
  await page.keyboard.press('Enter')
  const { number } = await world.town.store.prisma.card.findFirstOrThrow({
    where: { customerId: world.town.customer('Пётр Ильин').id },
  })
  await page.getByLabel('Списать баллов').first().fill(number)
  await page.getByText('Это номер карты').waitFor()
  await page.keyboard.press('Enter')
  expect(await salesOf('C-333')).toBe(0)
  await page.getByLabel('Списать баллов').first().fill('')
  await page.getByRole('button', { name: 'Провести' }).click()
  await page.locator('[data-state="done"]', { hasText: '333,00' }).waitFor()
  const sale = await world.town.store.prisma.purchase.findFirstOrThrow({ where: { receiptRef: 'C-333' } })
  expect([sale.totalMinor, sale.pointsRedeemed]).toEqual([33_300n, 0n])
})

test('a customer is enrolled and served; the sale is refunded in part', async () => {
  await signIn(CASHIER)
  await customerField().fill('+79261112233')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Завести карту' }).click()
  await page.getByLabel('Имя').fill('Зоя Март')
  await page.getByRole('checkbox').check()
  await lookOver(page, 'till-enrol')
  await page.getByRole('button', { name: 'Завести карту' }).click()
  await page.locator('[data-state="enrolled"]').waitFor()
  await page.getByRole('button', { name: 'К продаже' }).click()
  await customerField().fill('9261112233')
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('300')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  await page.getByRole('button', { name: 'Провести' }).click()
  await page.locator('[data-state="done"]').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  await page.getByRole('heading', { name: 'Продажи за сегодня' }).waitFor()
  await page.getByText('Зоя Март').waitFor()
  await lookOver(page, 'till-today')
  await page.locator('li', { hasText: 'Зоя Март' }).getByRole('button').click()
  await page.getByLabel('Сумма возврата').fill('100,00')
  await lookOver(page, 'till-refund')
  await page.getByRole('button', { name: /Вернуть 100,00/ }).click()
  await page.locator('[data-state="refunded"]', { hasText: '100,00' }).waitFor()
  const refund = await world.town.store.prisma.refund.findFirstOrThrow({
    where: { coalitionId: world.town.id },
  })
  expect(refund.amountMinor).toBe(10_000n)
})

test('nobody is enrolled before it is known which text they agree to', async () => {
  await signIn(CASHIER)
  await customerField().waitFor()
  let isBroken = true
  await page.route('**/graphql', async (route) => {
    if (isBroken && String(route.request().postDataJSON().query).includes('consentTexts'))
      return route.abort('connectionreset')
    await route.continue()
  })
  await page.keyboard.press('F4')
  await page.getByLabel('Телефон').fill('9260001122')
  await page.getByLabel('Имя').fill('Лев Зимин')
  await page.getByRole('button', { name: 'Спросить ещё раз' }).waitFor()
  await page.getByLabel('Имя').press('Enter')
  expect(await page.getByRole('checkbox').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Завести карту' }).isDisabled()).toBe(true)
  isBroken = false
  await page.getByRole('button', { name: 'Спросить ещё раз' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Завести карту' }).click()
  await page.locator('[data-state="enrolled"]').waitFor()
})

test('a session that ends while somebody types is taken up again above the page', async () => {
  await signIn(CASHIER)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('246')
  await context.clearCookies()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Почта').waitFor()
  await dialog.getByLabel('Почта').fill(CASHIER)
  await dialog.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Сумма чека').inputValue()).toBe('246')
  await page.getByRole('button', { name: 'Спросить ещё раз' }).click()
  await page.locator('[data-state="seen"]', { hasText: '246,00' }).waitFor()
})

test('a refund whose answer is lost says later how much of it goes back in money', async () => {
  await signIn(CASHIER)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('120')
  await page.keyboard.press('Enter')
  await page.getByLabel('Списать баллов').first().fill('50')
  await page.locator('[data-state="seen"]', { hasText: '70,00' }).waitFor()
  await page.getByRole('button', { name: 'Провести' }).click()
  await page.locator('[data-state="done"]').waitFor()
  await page.keyboard.press('F9')
  await page.locator('li', { hasText: '120,00' }).getByRole('button').click()
  let isCut = true
  await page.route('**/graphql', async (route) => {
    if (!isCut || !String(route.request().postDataJSON().query).includes('purchaseRefund'))
      return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: /Вернуть 120,00/ }).click()
  await page.getByRole('heading', { name: 'Ответа нет' }).waitFor()
  isCut = false
  await page.locator('[data-state="refunded"]', { hasText: /отдайте 70,00.*вернулось 50/ }).waitFor()
})

test('points are set aside for a repair and taken by its final bill', async () => {
  await signIn(CASHIER)
  await customerField().waitFor()
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Отложить баллы на заказ' }).click()
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Номер заказа').fill('N-77')
  await page.getByLabel('Ожидаемая сумма').fill('900')
  await page.getByLabel('Списать баллов').fill('100')
  await lookOver(page, 'till-order')
  await page.getByRole('button', { name: 'Отложить', exact: true }).click()
  await page.locator('li', { hasText: 'N-77' }).getByRole('button').click()
  await page.getByLabel('Сумма чека').fill('1000')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="done"]', { hasText: '900,00' }).waitFor()
  await page.getByText('списано 100').waitFor()
})

test('a manager finds why a customer got so many points in three clicks', async () => {
  await signIn(MANAGER)
  await page.getByRole('heading', { name: 'Что ждёт вас' }).waitFor()
  await lookOver(page, 'home')
  await page.getByRole('link', { name: 'Продажи', exact: true }).click()
  await page.getByRole('table', { name: 'Продажи' }).waitFor()
  await lookOver(page, 'sales')
  await page.locator('tr', { hasText: 'A-1' }).getByRole('link').click()
  await page.getByRole('heading', { name: 'Почему столько баллов' }).waitFor()
  await lookOver(page, 'sale')
  const why = page.locator('section', { has: page.getByRole('heading', { name: 'Почему столько баллов' }) })
  expect(await why.innerText()).toMatch(
    /Обычные баллы участника[\s\S]*\+500[\s\S]*Десять процентов[\s\S]*\+1.000/,
  )
})

test('conditions of the list stand in its address, and its two empty states differ', async () => {
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Продажи', exact: true }).click()
  await page.getByLabel('Номер чека').fill('A-1')
  await page.keyboard.press('Enter')
  await page.waitForURL(/receipt=A-1/)
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
  await page.goto(`${world.url}/portal/${world.shopId}/sales?receipt=nothing`)
  await page.getByText('Под эти условия ничего не подходит').waitFor()
  await lookOver(page, 'sales-empty')
  await page.goBack()
  await page.waitForURL(/receipt=A-1/)
  await page.getByRole('link', { name: 'Акты сверки' }).click()
  await page.getByText('Пока ничего нет').waitFor()
  await lookOver(page, 'statements-empty')
})

/** What the keys of a scanner make of a text while the Russian layout is on. */
async function scanUnderRussianLayout(text: string): Promise<void> {
  const keys = await context.newCDPSession(page)
  const russian: Readonly<Record<string, readonly [code: string, key: string]>> = {
    ...Object.fromEntries(
      Array.from('qwertyuiopasdfghjklzxcvbnm', (letter, index) => [
        letter,
        [`Key${letter.toUpperCase()}`, Array.from('йцукенгшщзфывапролдячсмить')[index] ?? ''] as const,
      ]),
    ),
    ...Object.fromEntries(Array.from('0123456789', (digit) => [digit, [`Digit${digit}`, digit] as const])),
    ...{ '/': ['Slash', '.'], '.': ['Period', 'ю'], ':': ['Semicolon', 'Ж'] },
  }
  for (const character of text) {
    const [code, key] = russian[character] ?? ['', character]
    const press = { code, key, text: key, modifiers: character === ':' ? 8 : 0 }
    await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press })
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key })
  }
}
