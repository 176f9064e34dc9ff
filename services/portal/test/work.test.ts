import { makeExportReader, makeLog } from '@artel/api'
import { advanceExports, awardPromo, proposeAdjustment, recordPurchase } from '@artel/use-cases'
import {
  aClaim,
  aDrive,
  aPerson,
  aReceipt,
  aSale,
  codeOf,
  keyed,
  roubles,
  signedIn,
} from '@artel/use-cases/testing'
import { expect, test } from 'vitest'
import { lookOver } from './look-over.ts'
import { MANAGER, PASSWORD, withSecondFactor } from './portal-world.ts'
import { setStage } from './stage.ts'

const stage = setStage()
const ADMIN = 'nina@zarechye.example'
const RITA = 'rita@zarechye.example'

type Points = Parameters<typeof awardPromo>[1]['points']
const points = (count: bigint) => count as Points

/** Presses a step of a card and says yes to what it asks. */
async function take(card: string, name: string): Promise<void> {
  const { page } = stage
  await page.locator('li', { hasText: card }).getByRole('button', { name, exact: true }).first().click()
  await page.locator('dialog[open] button[type=submit]').click()
}

test('what one person proposed another one approves or declines, from the work list on; their own nobody approves', async () => {
  const { world, page, context, signIn } = stage
  const { town } = world
  const shop = town.member('motor').context
  const { secret } = await aPerson(shop, { email: RITA, role: 'MEMBER_MANAGER', password: PASSWORD })
  const rita = await signedIn(town, secret)
  const customer = (name: string) => ({ id: town.customer(name).id })
  await awardPromo(rita, { customer: customer('Анна Котова'), points: points(1_500n), ...keyed() })
  await proposeAdjustment(rita, {
    ...{ customer: customer('Пётр Ильин'), points: points(2_000n), kind: 'GOODWILL', ...keyed() },
    reason: 'Ждал мойку два часа',
  })
  await signIn(RITA)
  await page.getByRole('link', { name: /ждут второго человека/ }).click()
  await page.getByText('Предложили вы').first().waitFor()
  await lookOver(page, 'approvals-own')
  expect(await page.getByRole('button', { name: 'Согласиться', exact: true }).count()).toBe(0)
  await context.clearCookies()
  const secondFactor = await withSecondFactor(town, { email: ADMIN, role: 'COALITION_ADMIN' })
  await signIn(ADMIN)
  await page.getByLabel('Код').fill(codeOf(secondFactor, 1))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Что ждёт вас' }).waitFor()
  await page.getByRole('link', { name: /ждут второго человека/ }).click()
  await page.getByText('Предложено: rita').first().waitFor()
  await lookOver(page, 'approvals')
  await take('Начисление', 'Согласиться')
  await take('Ждал мойку два часа', 'Отклонить')
  await page.getByText('Пока ничего нет').waitFor()
  const rows = await town.store.prisma.adjustment.findMany({ where: { coalitionId: town.id } })
  expect(rows.map(({ points: given, status }) => [given, status]).sort()).toEqual([
    [1_500n, 'POSTED'],
    [2_000n, 'WITHDRAWN'],
  ])
  await page.getByLabel('Что').selectOption({ label: 'Условия' })
  await page.waitForURL(/kind=terms/)
  await lookOver(page, 'approvals-none')
  await page.getByRole('link', { name: 'Подключения', exact: true }).click()
  await page
    .locator('tr', { hasText: RITA })
    .getByRole('cell', { name: 'Моторный двор', exact: true })
    .waitFor()
  await lookOver(page, 'connect-coalition')
  expect(await page.getByRole('link', { name: 'Кассы', exact: true }).count()).toBe(0)
  await page.getByRole('link', { name: 'Ключи', exact: true }).click()
  await page.getByRole('table', { name: 'Ключи' }).waitFor()
  await page.getByLabel('участники, люди и ключи коалиции').waitFor()
})

test('a member answers claims of receipts by keyboard, and registers the drives of its tills', async () => {
  const { world, page, signIn } = stage
  const { town } = world
  const { fn } = await aDrive(town, 'motor')
  const { context } = town.member('motor')
  for (const [name, s] of [
    ['Анна Котова', '1500.00'],
    ['Пётр Ильин', '730.00'],
  ] as const)
    await aClaim(context, aReceipt(fn, { s }), { customer: { id: town.customer(name).id } })
  await signIn(MANAGER)
  await page.getByRole('link', { name: /заявки на ваши чеки/ }).click()
  await page.getByRole('heading', { name: 'Пётр Ильин, 730,00' }).waitFor()
  await lookOver(page, 'receipts')
  await page.getByRole('heading', { name: 'Чеки' }).click()
  await page.locator('[data-claim]').first().focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Такого чека в журнале нет')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('[data-claim]').count()).toBe(1)
  await page.locator('[data-claim]').first().focus()
  await page.keyboard.press('y')
  await page.locator('dialog[open] button[type=submit]').press('Enter')
  await page.getByText('Под эти условия ничего не подходит').waitFor()
  await lookOver(page, 'receipts-decided')
  await page.getByLabel('Показать и решённые').check()
  await page.getByText('Такого чека в журнале нет').waitFor()
  const sale = await town.store.prisma.purchase.findFirstOrThrow({
    where: { coalitionId: town.id, totalMinor: 150_000n },
  })
  expect(sale.customerId).toBe(town.customer('Анна Котова').id)
  await page.getByRole('link', { name: 'Накопители', exact: true }).click()
  await page.locator('tr', { hasText: fn }).waitFor()
  await page.getByLabel('Номер, 16 цифр').fill('9999 0789 0000 4792')
  await page.getByRole('button', { name: 'Зарегистрировать накопитель' }).click()
  const row = page.locator('tr', { hasText: '9999078900004792' })
  await row.waitFor()
  await lookOver(page, 'drives')
  await row.getByRole('button', { name: 'Закрыть' }).click()
  await page.locator('dialog[open] button[type=submit]').click()
  await row.getByText('работает', { exact: true }).waitFor({ state: 'detached' })
})

test('a list is asked for as a file, which is shown after a reload, and downloaded by its link', async () => {
  const { world, page, signIn } = stage
  const { town } = world
  await recordPurchase(
    town.member('motor').context,
    aSale(town.customer('Анна Котова'), { receiptRef: 'E-77', total: roubles(770) }),
  )
  await signIn(MANAGER)
  await page.getByRole('link', { name: 'Продажи', exact: true }).click()
  await page.getByRole('button', { name: 'Скачать файлом' }).click()
  await page.getByText(/записано \d+/).waitFor()
  await page.reload()
  await page.getByText(/записано \d+/).waitFor()
  await lookOver(page, 'sales-file')
  const reader = makeExportReader({ store: town.store, log: makeLog('silent') })
  const from = { store: town.store, principal: { kind: 'operator' } } as const
  while ((await advanceExports(from, { coalitionId: town.id, reader })).more);
  const link = page.getByRole('link', { name: 'Скачать', exact: true })
  await link.waitFor()
  const address = new URL((await link.getAttribute('href')) ?? '')
  const file = await fetch(`${world.url}${address.pathname}${address.search}`)
  expect(await file.text()).toContain('E-77')
  await page.getByRole('link', { name: 'Мои файлы' }).first().click()
  await page.getByRole('table', { name: 'Мои файлы' }).waitFor()
  await page.getByRole('button', { name: 'Сделать файл' }).click()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(2)
  await lookOver(page, 'exports')
})
