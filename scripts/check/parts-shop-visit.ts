import type { Page } from 'playwright-core'

/** Figures of an order as the customer reads them, digits only, and what came back for the returned line. */
export interface ShopReceipt {
  readonly pointsPart: string
  readonly moneyPart: string
  readonly earned: string
  /** The shop's sentence about the return, digits only, in its order: money, points back, earned points undone. */
  readonly returned: string
}

export interface ShopVisit {
  readonly site: string
  readonly customerId: string
  /** Articles of the catalogue and how many of each. */
  readonly cart: Readonly<Record<string, number>>
  readonly points: number
  /** Article brought back. */
  readonly bringsBack: string
}

/** Lives through a purchase at the parts shop: fills the cart, pays a part with the slider's points, brings one line back. */
export async function visitPartsShop(page: Page, visit: ShopVisit): Promise<ShopReceipt> {
  await page.goto(`${visit.site}/?lang=en`)
  await page.selectOption('form.buyer select', visit.customerId)
  await page.click('form.buyer button')
  await page.waitForSelector('artel-wallet[data-state=ready]')
  for (const [sku, count] of Object.entries(visit.cart)) {
    const add = page.locator('.part', { hasText: sku }).getByRole('button')
    for (let taken = 0; taken < count; taken += 1) await add.click()
  }
  await page.click('.specification button.go')
  await page.locator('artel-checkout[data-state=ready] [part=slider]').fill(String(visit.points))
  await page.click('artel-checkout [part=confirm]')
  await page.waitForSelector('artel-checkout [part=held]')
  await page.click('.side button.go')
  await page.waitForSelector('article[data-status=PAID]')
  const figure = async (name: string) => digits(await page.textContent(`[data-figure="${name}"]`))
  const receipt = {
    pointsPart: await figure('points-part'),
    moneyPart: await figure('money-part'),
    earned: await figure('earned'),
  }
  await page.goto(`${visit.site}/orders?lang=en`)
  const line = page.locator(`tr[data-sku="${visit.bringsBack}"]`)
  await line.getByRole('button').click()
  const sentence = line.locator('.returned-text')
  await sentence.waitFor()
  return { ...receipt, returned: ((await sentence.textContent()) ?? '').replace(/[^\d]+/g, ' ').trim() }
}

const digits = (text: string | null) => (text ?? '').replace(/[^\d.]/g, '')
