import { rmSync } from 'node:fs'
import { foldFigures } from '@artel/store'
import { launchBrowser } from '@artel/test-browser'
import { acceptStatement, encodePublicId, recordPurchase } from '@artel/use-cases'
import { aSale, aTreasurer, codeOf, planned, roubles, stated } from '@artel/use-cases/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPortal } from './build-portal.ts'
import { DESK, lookOver } from './look-over.ts'
import { openPortal, PASSWORD, type PortalWorld, withSecondFactor } from './portal-world.ts'

let portalDir: string
let browser: Browser
/** A town of its own for each story. */
let world: PortalWorld
let place: string
const secrets = new Map<string, string>()
const ADMIN = 'nina@zarechye.example'
const SECOND = 'igor@zarechye.example'

beforeAll(async () => {
  portalDir = await buildPortal()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  if (portalDir) rmSync(portalDir, { recursive: true })
})
beforeEach(async () => {
  world = await openPortal(portalDir)
  const { town } = world
  place = `${world.url}/portal/${encodePublicId('coalition', town.id)}`
  await recordPurchase(
    town.member('blesk').context,
    aSale(town.customer('Анна Котова'), { receiptRef: 'B-1', total: roubles(1_000) }),
  )
  for (const email of [ADMIN, SECOND])
    secrets.set(email, await withSecondFactor(town, { email, role: 'COALITION_ADMIN' }))
})
afterEach(async () => {
  await world?.stop()
})

async function signedInPage(email: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: DESK, locale: 'ru-RU' })
  const page = await context.newPage()
  // A busy machine is several times slower: only what hangs may end here.
  await page.goto(`${world.url}/portal/`)
  await page.getByLabel('Почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByLabel('Код').fill(codeOf(secrets.get(email) ?? '', 1))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Что ждёт вас' }).waitFor()
  return { context, page }
}

/** Presses a step and says yes to what it asks. */
async function take(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.locator('dialog[open] button[type=submit]').click()
}

test('a window goes from closed to settled by two people, each step on its page', async () => {
  const { town } = world
  await stated(aTreasurer(town), 1)
  const { context, page } = await signedInPage(ADMIN)
  await lookOver(page, 'admin-home')
  await page.getByRole('link', { name: 'Расчёты', exact: true }).first().click()
  await page.getByRole('link', { name: '№ 1', exact: true }).waitFor()
  await lookOver(page, 'windows')
  await page.getByRole('link', { name: '№ 1', exact: true }).click()
  await page.getByText('Ещё не ответили 2 участника').waitFor()
  await lookOver(page, 'window-stated')
  await page.getByRole('link', { name: 'Моторный двор' }).first().click()
  await page.getByRole('heading', { name: 'Акт сверки за период № 1' }).waitFor()
  await lookOver(page, 'statement')
  for (const handle of ['motor', 'blesk']) {
    const { id, context: member } = town.member(handle)
    const statement = await town.store.prisma.statement.findFirstOrThrow({
      where: { memberId: id, windowNo: 1 },
    })
    await acceptStatement(member, { statementId: statement.id, idempotencyKey: `accept-${handle}` })
  }
  await page.goto(`${place}/windows/1`)
  await take(page, 'Предложить план')
  await page.getByRole('heading', { name: 'План платежей № 1' }).waitFor()
  await lookOver(page, 'window-plan')
  await take(page, 'Утвердить план')
  await page.locator('dialog[open] [data-code]').waitFor()
  const second = await signedInPage(SECOND)
  await second.page.goto(`${place}/windows/1`)
  await take(second.page, 'Утвердить план')
  await second.page.getByRole('table', { name: 'Платежи' }).waitFor()
  await lookOver(second.page, 'window-payments')
  const legs = await town.store.prisma.paymentLeg.count({ where: { coalitionId: town.id } })
  expect(legs).toBeGreaterThan(0)
  for (let left = legs; left > 0; left -= 1) {
    await take(second.page, 'Отметить оплату')
    await expect
      .poll(() => second.page.getByRole('button', { name: 'Отметить оплату' }).count())
      .toBe(left - 1)
  }
  await take(second.page, 'Завершить расчёты')
  await second.page.getByText('Всё оплачено или перенесено').waitFor()
  const window = await town.store.prisma.settlementWindow.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 1 },
  })
  expect(window.status).toBe('SETTLED')
  await context.close()
  await second.context.close()
})

test('members, payments and the proof are looked through', async () => {
  const { town } = world
  const treasurer = aTreasurer(town)
  const statements = await stated(treasurer, 1)
  const members = [town.member('motor'), town.member('blesk')]
  await planned(town, treasurer, { windowNo: 1, statements, members })
  const { context, page } = await signedInPage(ADMIN)
  await page.goto(`${place}/members`)
  await page.getByRole('link', { name: 'Моторный двор' }).waitFor()
  await lookOver(page, 'members')
  await page.getByRole('link', { name: 'Моторный двор' }).click()
  await page.getByRole('heading', { name: 'Моторный двор' }).waitFor()
  await lookOver(page, 'member')
  await page.goto(`${place}/statements`)
  await page.getByRole('table', { name: 'Акты сверки' }).waitFor()
  await lookOver(page, 'statements')
  await page.goto(`${place}/payments`)
  await page.getByRole('table', { name: 'Платежи' }).waitFor()
  await lookOver(page, 'payments')
  await page.goto(`${place}/proof`)
  await page.getByRole('heading', { name: 'Голова цепочки' }).waitFor()
  await lookOver(page, 'proof')
  await context.close()
})

test('customers and figures are looked through', async () => {
  const { store, id } = world.town
  while ((await foldFigures(store, id)).more);
  const { context, page } = await signedInPage(ADMIN)
  await page.goto(`${place}/customers`)
  await page.getByRole('link', { name: 'Анна Котова' }).waitFor()
  await lookOver(page, 'customers')
  await page.getByRole('link', { name: 'Анна Котова' }).click()
  await page.getByRole('table', { name: 'Что было с баллами' }).waitFor()
  await lookOver(page, 'customer')
  await page.getByRole('button', { name: 'Стереть личные данные' }).click()
  await page.locator('dialog[open]').waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${place}/figures`)
  await page.getByRole('img', { name: 'Оборот по частям периода' }).waitFor()
  await lookOver(page, 'figures')
  await context.close()
})

test('a rule is said in a sentence while its fields are filled, saved as a draft and scheduled', async () => {
  const { context, page } = await signedInPage(ADMIN)
  await page.goto(`${place}/rules`)
  await page.getByRole('link', { name: 'Десять процентов' }).waitFor()
  await lookOver(page, 'rules')
  await page.getByRole('link', { name: 'Создать правило' }).click()
  await page.getByLabel('Название по-русски').fill('Тихие часы')
  await page.getByLabel('Название по-английски').fill('Quiet hours')
  await page.getByLabel('Не больше за одну покупку').fill('500')
  await page.locator('strong', { hasText: /5\s?%/ }).waitFor()
  await lookOver(page, 'new-rule')
  await page.getByRole('button', { name: 'Сохранить черновик' }).click()
  await page.getByRole('link', { name: 'Тихие часы' }).click()
  await page.getByRole('heading', { name: 'Тихие часы' }).waitFor()
  await lookOver(page, 'rule')
  await take(page, 'Назначить')
  await page.getByRole('button', { name: 'Приостановить' }).waitFor()
  const rule = await world.town.store.prisma.rule.findFirstOrThrow({
    where: { coalitionId: world.town.id, memberId: null },
  })
  expect(rule.status).toBe('SCHEDULED')
  await context.close()
})
