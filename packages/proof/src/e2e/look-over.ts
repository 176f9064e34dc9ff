import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Width of a small phone in CSS pixels. */
export const PHONE_WIDTH = 360

/**
 * What is wrong with the page that is shown, in light and then in dark: rules of axe, a page wider than its window, and,
 * on an English page, text in Russian outside of what is marked as Russian. Empty when nothing is.
 */
export async function lookOver(page: Page, lang: 'ru' | 'en'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  await settled(page)
  const complaints = [
    ...((await page.getAttribute('html', 'lang')) === lang ? [] : ['the language of the page is another']),
    ...(await page.evaluate(overflow)),
    ...(lang === 'en' ? await page.evaluate(russianTexts) : []),
    ...(await violations(new AxeBuilder({ page }))),
  ]
  // What is in the dark differs in its colours alone.
  await page.emulateMedia({ colorScheme: 'dark' })
  const inTheDark = await violations(new AxeBuilder({ page }).withRules(['color-contrast']))
  return [...complaints, ...inTheDark.map((text) => `in the dark: ${text}`)]
}

/** Waits until no element loads: what waits for its data is pale on purpose. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('artel-wallet, artel-checkout, artel-earn-badge')].every(
      (element) => !['loading', undefined].includes((element as HTMLElement).dataset.state),
    ),
  )
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  // Within the page itself: the other way opens another page for each analysis.
  const { violations: found } = await axe.setLegacyMode().analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Runs in the page. */
function overflow(): string[] {
  const tooWide = document.documentElement.scrollWidth - innerWidth
  return tooWide > 0 ? [`${tooWide} px wider than the window`] : []
}

/** Runs in the page: texts with Russian letters, those of elements included, but for names of the other language and plates. */
function russianTexts(): string[] {
  const found: string[] = []
  const walk = (root: Node): void => {
    for (const node of root.childNodes) {
      if (node instanceof Text && /[а-яё]/i.test(node.data)) found.push(`in Russian: ${node.data.trim()}`)
      if (!(node instanceof Element) || node.matches('script, style, [lang=ru], .number-plate')) continue
      if (node.shadowRoot) walk(node.shadowRoot)
      walk(node)
    }
  }
  walk(document.body)
  return found
}
