import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })

const part = (name: string): Locator => shop.page.locator(`artel-checkout [part=${name}]`)
const calls = (operation: string): Array<Record<string, unknown> | undefined> =>
  shop.api.calls.filter((call) => call.operation === operation).map(({ variables }) => variables.input)
const focused = () =>
  shop.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))

/** Chooses 500 points and presses the button, where the API takes a code. */
async function confirm(code = '123456', attributes = ''): Promise<void> {
  shop.api.code = code
  shop.server.requests.length = 0
  await shop.open(
    `<artel-checkout API token="good" amount="500000" order-ref="A-1" ${attributes}></artel-checkout>`,
  )
  await shop.page.locator('artel-checkout[data-state=ready]').waitFor()
  await shop.page.getByRole('slider').fill('500')
  expect(shop.server.requests.some((path) => path.includes('code-step'))).toBe(false)
  await part('confirm').click()
  await part('code-step').waitFor()
}
const type = async (code: string) => {
  await part('code-field').fill(code)
  await shop.page.keyboard.press('Enter')
}

test('a hold that takes a code asks for it, where it went, and holds under the same key', async () => {
  await confirm()
  await expect
    .poll(() => part('code-step').getByRole('status').innerText())
    .toBe('We sent a code to +7********17')
  await expect.poll(focused).toBe('code-field')
  await type('123 456')
  await part('held').waitFor()
  expect(await part('code-step').count()).toBe(0)
  const holds = calls('WidgetHold')
  expect(holds.map((input) => input?.confirmation)).toEqual([undefined, { id: 'cnf_1', code: '123456' }])
  expect(new Set(holds.map((input) => input?.idempotencyKey)).size).toBe(1)
  expect(calls('WidgetCode')).toEqual([
    { purpose: 'SPEND', points: '500', locale: 'en', idempotencyKey: expect.any(String) },
  ])
  await expect
    .poll(() => shop.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent))
    .toBe('500 points are held')
})

test('a wrong code, and one of too few digits, say so and leave the focus in the field', async () => {
  await confirm()
  await expect.poll(focused).toBe('code-field')
  await type('12345')
  await expect.poll(() => part('code-problem').innerText()).toBe('Enter the six digits of the code.')
  expect(calls('WidgetHold')).toHaveLength(1)
  await type('999999')
  await expect.poll(() => part('code-problem').innerText()).toBe('This code does not fit.')
  expect(await part('code-problem').getAttribute('role')).toBe('alert')
  expect(await part('code-field').getAttribute('aria-invalid')).toBe('true')
  await expect.poll(focused).toBe('code-field')
  await type('123456')
  await part('held').waitFor()
})

test('who turns back and comes again within the code’s life is sent no second one', async () => {
  await confirm()
  await expect.poll(focused).toBe('code-field')
  await part('code-cancel').click()
  await expect.poll(() => part('code-step').count()).toBe(0)
  expect(await part('confirm').isEnabled()).toBe(true)
  await part('confirm').click()
  await expect.poll(focused).toBe('code-field')
  expect(calls('WidgetCode')).toHaveLength(1)
  await part('code-resend').click()
  await expect.poll(() => calls('WidgetCode').length).toBe(2)
})

test.each([
  ['the bill', (checkout: Element) => checkout.setAttribute('amount', '400000')],
  ['the order', (checkout: Element) => checkout.setAttribute('order-ref', 'A-2')],
] as const)('a code is not taken for what was asked before the page changed %s', async (_what, change) => {
  await confirm()
  await expect.poll(focused).toBe('code-field')
  await shop.page.locator('artel-checkout').evaluate(change)
  await type('123456')
  await expect.poll(() => part('code-step').count()).toBe(0)
  expect(await part('confirm').isVisible()).toBe(true)
  expect(calls('WidgetHold')).toHaveLength(1)
})

test.each([
  ['CONFIRMATION_TOO_SOON', 'ConfirmationTooSoonError', 'Код уже отправлен. Немного подождите.'],
  [
    'NO_CONFIRMATION_CHANNEL',
    'NoConfirmationChannelError',
    'Нам некуда отправить код: нет телефона и почты.',
  ],
  ['CONFIRMATION_NOT_SENT', 'ConfirmationNotSentError', 'Не получилось. Попробуйте ещё раз.'],
])('%s is said in the language of the page', async (code, __typename, said) => {
  shop.api.codeRefusal = { __typename, code }
  await confirm('123456', 'locale="ru"')
  await expect.poll(() => part('code-problem').innerText()).toBe(said)
  expect(await part('code-field').isDisabled()).toBe(true)
})

test.each(['light', 'dark'] as const)(
  'the step has no fault that axe finds, %s, at 360 px',
  async (theme) => {
    await confirm('123456', `locale="ru" theme="${theme}"`)
    await expect.poll(focused).toBe('code-field')
    await type('999999')
    await part('code-problem').waitFor()
    const { violations } = await new AxeBuilder({ page: shop.page }).include('artel-checkout').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const box = await part('code-step').boundingBox()
    const card = await part('card').boundingBox()
    if (!box || !card) throw new Error('Not on the page')
    expect(box.y + box.height).toBeLessThanOrEqual(card.y + card.height)
  },
)
