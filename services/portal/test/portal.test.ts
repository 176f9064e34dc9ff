import { codeOf } from '@artel/use-cases/testing'
import { expect, test } from 'vitest'
import { lookOver } from './look-over.ts'
import { CASHIER, MANAGER, PASSWORD, TREASURER } from './portal-world.ts'
import { setStage } from './stage.ts'

const stage = setStage()

test('who has a second factor gives it, and a wrong password is refused in the language of the page', async () => {
  const { world, page } = stage
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
  const { world, page, signIn, customerField } = stage
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
  const { world, page, signIn, customerField } = stage
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

test('a customer is enrolled and served; the sale is refunded in part', async () => {
  const { world, page, signIn, customerField } = stage
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

test('a manager finds why a customer got so many points in three clicks', async () => {
  const { page, signIn } = stage
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
  const { world, page, signIn } = stage
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
  const { context, page } = stage
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
