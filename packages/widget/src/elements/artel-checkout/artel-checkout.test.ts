import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 600, height: 1000 })

interface Seen {
  events: Array<{ name: string; detail: Record<string, unknown> }>
}
const slider = (): Locator => shop.page.getByRole('slider')
const field = (): Locator => shop.page.getByRole('textbox')
const confirm = (): Locator => shop.page.locator('artel-checkout [part=confirm]')
const holds = (): unknown[] =>
  shop.api.calls.filter(({ operation }) => operation === 'WidgetHold').map(({ variables }) => variables.input)
const summary = async (): Promise<string[]> => {
  const texts = await shop.page.locator('artel-checkout [part=summary] dd').allInnerTexts()
  return texts.map((text) => text.replace(/\s/g, ' '))
}
const events = (name: string): Promise<Array<Record<string, unknown>>> =>
  shop.page.evaluate(
    (wanted) =>
      (window as typeof window & Seen).events
        .filter((event) => event.name === wanted)
        .map(({ detail }) => detail),
    name,
  )

async function open(): Promise<void> {
  await shop.context.addInitScript(() => {
    const seen = window as typeof window & Seen
    seen.events = []
    for (const name of ['artel:hold', 'artel:points-change', 'artel:error', 'artel:balance', 'artel:state']) {
      document.addEventListener(name, (event) =>
        seen.events.push({ name, detail: (event as CustomEvent).detail }),
      )
    }
  })
  await shop.open(`<artel-wallet API token="good"></artel-wallet>
    <artel-checkout API token="good" amount="500000" order-ref="A-1"></artel-checkout>`)
  await shop.page.locator('artel-checkout[data-state=ready]').waitFor()
}

test('the slider is a slider to the keyboard: a point a key, both ends, and words for its value', async () => {
  await open()
  await slider().focus()
  await shop.page.keyboard.press('ArrowRight')
  await shop.page.keyboard.press('ArrowRight')
  expect(await slider().inputValue()).toBe('2')
  expect(await slider().getAttribute('aria-valuetext')).toBe('2 points, you pay ₽4,998')
  await shop.page.keyboard.press('End')
  expect(await field().inputValue()).toBe('1722')
  await shop.page.keyboard.press('Home')
  expect(await field().inputValue()).toBe('0')
  expect(await confirm().isDisabled()).toBe(true)
})

test('the whole element is reachable and usable by Tab and Enter alone', async () => {
  await open()
  await field().focus()
  await shop.page.keyboard.type('500')
  await shop.page.keyboard.press('Tab')
  expect(await slider().evaluate((element) => element.matches(':focus'))).toBe(true)
  for (let presses = 0; presses < 3; presses += 1) await shop.page.keyboard.press('Tab')
  await shop.page.keyboard.press('Enter')
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  expect(holds()).toHaveLength(1)
  await expect
    .poll(() => shop.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent))
    .toBe('500 points are held')
})

test('a quote that fails says why and can be asked again', async () => {
  await open()
  shop.api.quoteRefusal = { __typename: 'MemberNotActiveError', code: 'MEMBER_NOT_ACTIVE' }
  await shop.page.locator('artel-checkout').evaluate((element) => {
    element.parentElement?.append(Object.assign(element.cloneNode(), { amount: '700000' }))
    element.remove()
  })
  await shop.page.locator('artel-checkout[data-state=error]').waitFor()
  expect(await shop.page.locator('artel-checkout [part=message]').innerText()).toContain(
    'Points are not accepted here',
  )
  shop.api.quoteRefusal = undefined
  await shop.page.getByRole('button', { name: 'Try again' }).click()
  await shop.page.locator('artel-checkout[data-state=ready]').waitFor()
})

test('what is paid shows at once, what is earned comes from the API', async () => {
  await open()
  await slider().fill('500')
  await expect.poll(summary).toEqual(['₽5,000', '−₽500', '₽4,500', '+225 points'])
  const quotes = shop.api.calls
    .filter(({ operation }) => operation === 'WidgetQuote')
    .map(({ variables }) => variables.input?.points)
  expect(quotes).toEqual([undefined, '500'])
  expect((await events('artel:points-change')).at(-1)).toEqual({
    points: '500',
    payMinor: '450000',
    currency: 'RUB',
    orderRef: 'A-1',
  })
})

test('the page is told when a smaller bill, or another customer, lowers the choice', async () => {
  await open()
  await field().fill('1700')
  const change = (attribute: string, value: string) =>
    shop.page
      .locator('artel-checkout')
      .evaluate((element, [name, text]) => element.setAttribute(name, text), [attribute, value] as const)
  await change('amount', '50000')
  await expect.poll(async () => (await events('artel:points-change')).length).toBe(2)
  const lowered = (await events('artel:points-change')).at(-1)
  const shown = await field().inputValue()
  expect(BigInt(shown)).toBeLessThan(1700n)
  expect(lowered).toEqual({
    points: shown,
    payMinor: `${50_000n - BigInt(shown) * 100n}`,
    currency: 'RUB',
    orderRef: 'A-1',
  })
  await change('amount', '60000')
  await change('token', 'another')
  await expect
    .poll(async () => (await events('artel:points-change')).at(-1))
    .toMatchObject({ points: '0', payMinor: '60000' })
})

test('a typed number never exceeds the cap, and letters are not numbers', async () => {
  await open()
  await field().fill('999999')
  await field().blur()
  expect(await field().inputValue()).toBe('1722')
  await field().fill('1e3x')
  await field().blur()
  expect(await field().inputValue()).toBe('13')
  await field().fill('')
  await field().blur()
  expect(await field().inputValue()).toBe('0')
})

test('dragging lands on round numbers', async () => {
  await open()
  const box = await slider().boundingBox()
  if (box === null) throw new Error('The slider has no box.')
  await shop.page.mouse.move(box.x + 14, box.y + box.height / 2)
  await shop.page.mouse.down()
  await shop.page.mouse.move(box.x + box.width * 0.371, box.y + box.height / 2, { steps: 5 })
  await shop.page.mouse.up()
  const value = Number(await field().inputValue())
  expect(value).toBeGreaterThan(500)
  expect(value % 10).toBe(0)
})

test('confirming holds the points, tells the page, and every element shows the new balance', async () => {
  await open()
  await slider().fill('500')
  await confirm().click()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  expect(await events('artel:hold')).toEqual([
    {
      holdId: 'hld_1',
      orderRef: 'A-1',
      points: '500',
      payMinor: '450000',
      amountMinor: '500000',
      currency: 'RUB',
      expiresAt: '2030-01-08T09:00:00.000Z',
      replayed: false,
    },
  ])
  const facts = await shop.page.locator('artel-wallet [part=facts] dd').allInnerTexts()
  expect(facts).toEqual(['1,222', '500', '0'])
  expect(shop.api.calls.filter(({ operation }) => operation === 'WidgetAccount')).toHaveLength(1)
  const text = (await shop.page.locator('artel-checkout [part=held]').innerText()).replace(/\s+/g, ' ')
  expect(text).toContain('500 points are held')
  expect(text).toContain('January 8')
  expect(text).toContain('Ask Motor Yard to cancel the hold')
})

test('the live regions say the new balance and the hold', async () => {
  await open()
  const spoken = (tag: string): Promise<string> => shop.page.locator(`${tag} [role=status]`).innerText()
  expect([await spoken('artel-wallet'), await spoken('artel-checkout')]).toEqual(['', ''])
  expect(await shop.page.locator('artel-wallet [role=status]').getAttribute('aria-live')).toBe('polite')
  await slider().fill('500')
  await confirm().click()
  await expect.poll(() => spoken('artel-checkout')).toBe('500 points are held')
  await expect.poll(() => spoken('artel-wallet')).toBe('Your points: 1,722 points. Available: 1,222 points')
})

test('holding does not move what is below', async () => {
  await open()
  const top = (): Promise<number> =>
    shop.page.locator('#below').evaluate((below) => below.getBoundingClientRect().top + scrollY)
  const before = await top()
  await slider().fill('500')
  await confirm().click()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  expect(await top()).toBe(before)
})

test('an answer lost on the way is asked for again under the same key, and nothing is held twice', async () => {
  await open()
  await slider().fill('500')
  shop.api.loseNextHoldAnswer = true
  await confirm().click()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  const keys = new Set(holds().map((input) => (input as { idempotencyKey: string }).idempotencyKey))
  expect(holds()).toHaveLength(2)
  expect(keys.size).toBe(1)
  expect(shop.api.account.reserved).toBe(500n)
})

test('a failed confirmation keeps its key for the next press, another amount gets another', async () => {
  await open()
  await slider().fill('500')
  shop.api.brokenStatus = 500
  await confirm().click()
  await shop.page.locator('artel-checkout [part=problem]').waitFor()
  await confirm().click()
  await expect.poll(() => holds().length).toBeGreaterThan(1)
  await shop.page.locator('artel-checkout [part=problem]').waitFor()
  await slider().fill('400')
  shop.api.brokenStatus = undefined
  await confirm().click()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  const byPoints = new Map<string, Set<string>>()
  for (const input of holds() as Array<{ points: string; idempotencyKey: string }>) {
    byPoints.set(input.points, (byPoints.get(input.points) ?? new Set()).add(input.idempotencyKey))
  }
  expect([...byPoints].map(([points, keys]) => [points, keys.size])).toEqual([
    ['500', 1],
    ['400', 1],
  ])
  expect(byPoints.get('500')).not.toEqual(byPoints.get('400'))
})

test('a refusal says what to do and loads the wallet again', async () => {
  await open()
  await slider().fill('1000')
  shop.api.holdRefusal = { __typename: 'PointsShareExceededError', code: 'POINTS_SHARE_EXCEEDED' }
  await confirm().click()
  const problem = shop.page.locator('artel-checkout [part=problem]')
  await problem.waitFor()
  expect(await problem.innerText()).toBe('Fewer points can pay this bill now. Please choose again.')
  expect(await problem.getAttribute('role')).toBe('alert')
  expect((await events('artel:error')).at(-1)).toMatchObject({
    code: 'POINTS_SHARE_EXCEEDED',
    retryable: false,
  })
  await expect
    .poll(() => shop.api.calls.filter(({ operation }) => operation === 'WidgetAccount').length)
    .toBe(2)
})

test('after a reload the held points are shown and told again, not held again', async () => {
  await open()
  await slider().fill('500')
  await confirm().click()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  await shop.page.reload()
  await shop.page.locator('artel-checkout [part=held]').waitFor()
  expect(await events('artel:hold')).toMatchObject([{ holdId: 'hld_1', replayed: true }])
  expect(holds()).toHaveLength(1)
})

test('a customer without points sees what the purchase will earn', async () => {
  shop.api.account.available = 0n
  await shop.open('<artel-checkout API token="good" amount="500000" order-ref="A-2"></artel-checkout>')
  await shop.page.locator('artel-checkout[data-state=empty]').waitFor()
  expect(await shop.page.locator('artel-checkout [part=message]').innerText()).toContain(
    'This purchase will earn you 250 points.',
  )
})

test('a changed bill is quoted again and the choice stays within its cap', async () => {
  await open()
  await slider().fill('1500')
  await shop.page.locator('artel-checkout').evaluate((element) => element.setAttribute('amount', '200000'))
  await expect.poll(() => field().inputValue()).toBe('1000')
  await expect.poll(summary).toEqual(['₽2,000', '−₽1,000', '₽1,000', '+50 points'])
})

test('a checkout that the page wired wrongly shows so before anybody pays', async () => {
  const wrong = ['amount="500000"', 'amount="5000.50" order-ref="A-1"', 'amount="-1" order-ref="A-1"']
  await shop.open(
    wrong.map((attributes) => `<artel-checkout API token="good" ${attributes}></artel-checkout>`).join(''),
  )
  await expect.poll(() => shop.page.locator('artel-checkout[data-state=error]').count()).toBe(3)
  expect(holds()).toEqual([])
})
