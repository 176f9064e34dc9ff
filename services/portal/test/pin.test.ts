import { encodePublicId, registerTill, revokeTill, setPin } from '@artel/use-cases'
import { aDoor, aPerson, signedIn } from '@artel/use-cases/testing'
import { expect, test } from 'vitest'
import { lookOver } from './look-over.ts'
import { ANNA_PHONE, MANAGER } from './portal-world.ts'
import { setStage } from './stage.ts'

const stage = setStage()
const KATYAS_PIN = '407193'
const PIN = '4071'
let cashiers = 0

/** Presses a step and says yes to what it asks. */
async function take(name: string): Promise<void> {
  await stage.page.getByRole('button', { name, exact: true }).first().click()
  await stage.page.locator('dialog[open] button[type=submit]').click()
}

/** Makes the browser of the stage a till of the shop, with two cashiers; says who they are. */
async function aTillWithCashiers(...names: readonly string[]) {
  const { world, page } = stage
  const { town, shopId } = world
  const { till, secret } = await registerTill(town.member('motor').context, {
    ...{ name: 'Бокс 2', idleMinutes: 5 },
  })
  for (const name of names) {
    cashiers += 1
    const email = `cashier${cashiers}@zarechye.example`
    const person = await aPerson(town.member('motor').context, { email, role: 'CASHIER' })
    await setPin(await signedIn(town, person.secret), { pin: PIN, door: aDoor() })
    await town.store.prisma.person.update({ where: { id: person.session.personId }, data: { name } })
  }
  const kept = {
    ...{ id: encodePublicId('till', till.id), secret, name: 'Бокс 2', idleMinutes: 5 },
    ...{ memberId: shopId, memberName: 'Моторный двор' },
  }
  await page.addInitScript((text) => localStorage.setItem('artel.till', text), JSON.stringify(kept))
  return till
}

/** Chooses a cashier by name and types a PIN. */
async function comeIn(name: string, pin: string): Promise<void> {
  const { page } = stage
  await page.getByLabel('Имя').fill(name)
  await page.keyboard.press('Enter')
  await page.getByLabel('ПИН-код').fill(pin)
  await page.keyboard.press('Enter')
}

/** Sells by keyboard alone. */
async function sell(total: string): Promise<void> {
  const { page, customerField } = stage
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill(total)
  await page.keyboard.press('Enter')
  await page.locator('[data-state="seen"]').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-state="done"]').waitFor()
}

test('a manager makes the device a till; a new cashier sets a PIN by code, comes in by it, and sells', async () => {
  const { world, page, signIn } = stage
  const { store, id: coalitionId } = world.town
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Подключения', exact: true }).click()
  await page.getByRole('table', { name: 'Люди' }).waitFor()
  await lookOver(page, 'connect-people')
  await page.locator('tr', { hasText: 'katya' }).getByRole('button', { name: 'Код для ПИН-кода' }).click()
  await page.locator('dialog[open] button[type=submit]').click()
  const code = await page.locator('.once code').innerText()
  expect(code).toMatch(/^\w{5}-\w{5}$/)
  await page.getByRole('link', { name: 'Кассы', exact: true }).click()
  await page.getByText('Касс пока нет').waitFor()
  await lookOver(page, 'connect-tills-none')
  await page.getByLabel('Как её зовёте').fill('Бокс 1')
  await page.getByRole('button', { name: 'Сделать это устройство кассой' }).click()
  await page.getByText('это устройство', { exact: true }).waitFor()
  await lookOver(page, 'connect-tills')
  await page.getByRole('button', { name: 'Выйти и открыть кассу' }).click()
  await page.getByText('ПИН-кода для этой кассы ещё ни у кого нет').waitFor()
  await page.getByRole('button', { name: 'У меня код для ПИН-кода' }).click()
  await page.getByLabel('Код', { exact: true }).fill(code.toLowerCase())
  await page.getByLabel('Новый ПИН-код').fill('1234')
  await page.getByLabel('Ещё раз он же').fill('1234')
  await page.keyboard.press('Enter')
  await page.getByText('Такой легко угадать').waitFor()
  await lookOver(page, 'lock-code')
  await page.getByLabel('Новый ПИН-код').fill(KATYAS_PIN)
  await page.getByLabel('Ещё раз он же').fill(KATYAS_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'katya' }).waitFor()
  await lookOver(page, 'lock-pin')
  await page.getByLabel('ПИН-код').fill(KATYAS_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^katya: сменить/ }).waitFor()
  await lookOver(page, 'till-by-pin')
  await sell('321')
  const sale = await store.prisma.purchase.findFirstOrThrow({ where: { coalitionId, totalMinor: 32_100n } })
  const by = await store.prisma.actBy.findFirstOrThrow({ where: { documentId: sale.id } })
  const katya = await store.prisma.person.findFirstOrThrow({ where: { name: 'katya' } })
  expect(by).toMatchObject({ personId: katya.id, tillId: expect.any(String) })
})

test('cashiers take turns: the same one finds what was typed, another one a fresh till; wrong PINs wait and are told', async () => {
  const { world, page, customerField } = stage
  await aTillWithCashiers('Ольга Серова', 'Павел Дроздов')
  await page.goto(`${world.url}/portal/till`)
  await page.getByRole('button', { name: 'Ольга Серова' }).waitFor()
  await lookOver(page, 'lock')
  await comeIn('оль', PIN)
  await customerField().fill(ANNA_PHONE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Сумма чека').fill('246')
  await page.keyboard.press('F10')
  const lock = page.getByRole('dialog', { name: 'Кто за кассой?' })
  await lock.getByLabel('Имя').fill('оль')
  await page.keyboard.press('Enter')
  let isDelayed = false
  for (let tries = 0; tries < 10 && !isDelayed; tries += 1) {
    await lock.getByLabel('ПИН-код').fill('9999')
    await page.keyboard.press('Enter')
    await lock.locator('[data-code]').waitFor()
    isDelayed = (await lock.locator('[data-code="SIGN_IN_DELAYED"]').count()) > 0
  }
  expect(isDelayed).toBe(true)
  await expect.poll(() => lock.getByLabel('ПИН-код').isEnabled()).toBe(true)
  await lock.getByLabel('ПИН-код').fill(PIN)
  await page.keyboard.press('Enter')
  await lock.getByText(/за вас \d+ раза? ввели неверный ПИН-код/).waitFor()
  await page.keyboard.press('Enter')
  await lock.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Сумма чека').inputValue()).toBe('246')
  await page.keyboard.press('F10')
  await lock.getByLabel('Имя').fill('пав')
  await page.keyboard.press('Enter')
  await lock.getByLabel('ПИН-код').fill(PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Павел Дроздов: сменить/ }).waitFor()
  expect(await customerField().inputValue()).toBe('')
})

test('a till that nobody touches locks itself, also for who loads it anew, and is none once it was revoked', async () => {
  const { world, page } = stage
  await page.clock.install()
  const till = await aTillWithCashiers('Нина Белова', 'Игорь Чаев')
  await page.goto(`${world.url}/portal/till`)
  await comeIn('Нина', PIN)
  await page.getByRole('button', { name: /^Нина Белова: сменить/ }).waitFor()
  await page.clock.fastForward('04:00')
  await page.keyboard.press('F9')
  await page.getByRole('heading', { name: 'Продажи за сегодня' }).waitFor()
  await page.clock.fastForward('04:00')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.clock.fastForward('01:10')
  await page.getByRole('dialog', { name: 'Кто за кассой?' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Игорь Чаев' }).waitFor()
  await revokeTill(world.town.member('motor').context, { id: till.id })
  await expect
    .poll(async () => {
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page.getByRole('heading', { name: 'Это устройство больше не касса' }).count()
    })
    .toBe(1)
  await lookOver(page, 'lock-revoked')
  await page.getByRole('button', { name: 'Войти по почте' }).click()
  await page.getByLabel('Почта').waitFor()
})

test('roles end, and what is withdrawn is found among those that ended', async () => {
  const { page, signIn } = stage
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Подключения', exact: true }).click()
  await page.getByLabel('Почта').fill('lena@zarechye.example')
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByText('Письмо на lena@zarechye.example отправлено').waitFor()
  const row = page.locator('tr', { hasText: 'lena@zarechye.example' })
  await row.getByText('приглашение ждёт').waitFor()
  await row.getByRole('button', { name: 'Отозвать приглашение' }).click()
  await page.locator('dialog[open] button[type=submit]').click()
  await row.waitFor({ state: 'detached' })
  await page.getByLabel('Показать и прежние').check()
  await row.getByText('роль снята').waitFor()
  expect(page.url()).toContain('all=true')
})

test('a key is made for what it needs, shown once, replaced with an overlap and revoked', async () => {
  const { world, page, signIn } = stage
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Подключения', exact: true }).click()
  await page.getByRole('link', { name: 'Ключи', exact: true }).click()
  await page.getByRole('button', { name: 'Сделать ключ' }).waitFor()
  await page.getByLabel('Для чего он').fill('Сайт')
  await page.getByRole('button', { name: 'Сделать ключ' }).click()
  await page.getByText('Отметьте хотя бы одно').waitFor()
  await page.getByLabel('проводить продажи и возвраты').check()
  await page.getByRole('button', { name: 'Сделать ключ' }).click()
  expect(await page.locator('.once code').innerText()).toMatch(/^sk_/)
  await lookOver(page, 'connect-keys')
  await page.getByRole('button', { name: 'Сохранено, убрать' }).click()
  const row = page.locator('tr', { hasText: 'Сайт' })
  await row.first().getByRole('button', { name: 'Заменить' }).click()
  await page.locator('dialog[open]').getByLabel('Прежний ещё работает').selectOption('1')
  await page.locator('dialog[open] button[type=submit]').click()
  await page.locator('.once code', { hasText: /^sk_/ }).waitFor()
  await expect.poll(() => row.count()).toBe(2)
  await take('Отозвать')
  await expect.poll(() => row.count()).toBe(1)
  const keys = await world.town.store.prisma.apiKey.findMany({ where: { name: 'Сайт' } })
  expect(keys.map(({ scopes }) => scopes)).toEqual([['purchases:write'], ['purchases:write']])
})
