import { expect, test } from 'vitest'
import { lookOver } from './look-over.ts'
import { ANNA_PHONE, CASHIER, MANAGER, PASSWORD } from './portal-world.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test('a sale whose answer is slow holds the till: no key calls it off, and it is one sale whose end is shown', async () => {
  const { page, signIn, customerField, salesOf } = stage
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
  const { page, signIn, customerField, salesOf } = stage
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Касса', exact: true }).first().click()
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('444')
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  const before = await salesOf()
  const isTheSale = (request: { postData(): string | null }) =>
    String(request.postData()).includes('purchaseRecord')
  // A browser that leaves the page may give the request up; the till asks again either way.
  const settled = Promise.race([
    page.waitForResponse((response) => isTheSale(response.request())),
    page.waitForEvent('requestfailed', isTheSale),
  ])
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
  await settled
  await page.goForward()
  await page.locator('[data-state="done"]', { hasText: '444,00' }).waitFor()
  expect(await salesOf()).toBe(before + 1)
})

test('what is recorded is the bill as it stands in its fields, however late it was corrected', async () => {
  const { world, page, signIn, customerField, salesOf } = stage
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

test('nobody is enrolled before it is known which text they agree to', async () => {
  const { page, signIn, customerField } = stage
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
  const { context, page, signIn, customerField } = stage
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
  await page.locator('[data-state="seen"]', { hasText: '246,00' }).waitFor()
})

test('a refund whose answer is lost says later how much of it goes back in money', async () => {
  const { page, signIn, customerField } = stage
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

test('a sale whose answer is lost is asked after under the same key, also after a reload, and is one sale', async () => {
  const { page, signIn, customerField, salesOf } = stage
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
  // On a busy machine the step that takes the key can come after the state is seen.
  const isUnknown = () =>
    page
      .getByRole('heading', { name: 'Ответа нет' })
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      )
  await expect
    .poll(async () => {
      await page.keyboard.press('Enter')
      return isUnknown()
    })
    .toBe(true)
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

test('points are set aside for a repair and taken by its final bill', async () => {
  const { page, signIn, customerField } = stage
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
