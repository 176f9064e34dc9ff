import type { Page } from 'playwright-core'

/** Figures of a finished order as the customer reads them on its page, digits only. */
export interface Receipt {
  readonly bill: string
  readonly pointsPart: string
  readonly moneyPart: string
  readonly released: string
  readonly earned: string
  readonly balance: string
  /** Kept for the page's address. */
  readonly orderId: string
}

export interface Visit {
  readonly site: string
  readonly customerId: string
  /** Works of the estimate and those really done, by their names in the price list. */
  readonly estimate: readonly string[]
  readonly done: readonly string[]
  /** Points to set aside with the slider. */
  readonly points: number
}

/**
 * Lives through a repair on the auto service's site: signs in, drops the car off, sets points aside with the widget's
 * slider; then, as the workshop, lifts the car and finishes with the works really done. Returns the receipt.
 */
export async function visitAutoService(page: Page, visit: Visit): Promise<Receipt> {
  await page.goto(`${visit.site}/?lang=en`)
  await page.selectOption('select[name=customer]', visit.customerId)
  await page.click('form.sign-in button')
  for (const work of visit.estimate) await page.check(`#prices input[value=${work}]`)
  await page.fill('#plate', 'А123ВС76')
  await page.click('#prices .drop-off button')
  await page.waitForURL('**/orders/*')
  const orderPage = page.url()
  const orderId = new URL(orderPage).pathname.split('/').at(-1) ?? ''
  const slider = page.locator('artel-checkout[data-state=ready] [part=slider]')
  await slider.fill(String(visit.points))
  await page.click('artel-checkout [part=confirm]')
  await page.waitForSelector('[data-figure=held]')
  await finishInWorkshop(page, visit, orderId)
  await page.goto(orderPage)
  return readReceipt(page, orderId)
}

async function finishInWorkshop(page: Page, { site, estimate, done }: Visit, orderId: string): Promise<void> {
  const bay = `article[data-order="${orderId}"]`
  await page.goto(`${site}/workshop?lang=en`)
  await page.click(`${bay} form[action*="/start"] button`)
  await page.waitForSelector(`${bay} form[action*="/finish"]`)
  for (const work of estimate) {
    await page.setChecked(`${bay} input[value=${work}]`, done.includes(work))
  }
  await page.click(`${bay} form[action*="/finish"] button`)
  await page.waitForSelector(bay, { state: 'detached' })
}

async function readReceipt(page: Page, orderId: string): Promise<Receipt> {
  const figure = async (name: string) => {
    const text = (await page.textContent(`[data-figure="${name}"]`)) ?? ''
    return text.replace(/[^\d.]/g, '')
  }
  return {
    bill: await figure('bill'),
    pointsPart: await figure('points-part'),
    moneyPart: await figure('money-part'),
    released: await figure('released'),
    earned: await figure('earned'),
    balance: await figure('balance'),
    orderId,
  }
}
