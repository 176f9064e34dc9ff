import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A phone that is narrow by today's measure, and a desk. */
export const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

/** Where pictures are put for people to look at; nowhere unless it is named. */
const shots = process.env.ARTEL_SHOTS

/** Looks a screen over as it is: axe in both languages and themes, no sideways scroll on a phone. Leaves it in Russian, light, on a phone. */
export async function lookOver(page: Page, name: string): Promise<void> {
  for (const language of ['en', 'ru'] as const) {
    const other = page.getByRole('button', { name: language === 'en' ? 'English' : 'По-русски' })
    if (await other.isVisible()) await other.click()
    await page.locator(`html[lang="${language}"]`).waitFor()
    await page
      .locator('[role=status]', { hasText: /Загружаем|Loading/ })
      .first()
      .waitFor({ state: 'detached' })
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => `${id} ${target}: ${any[0]?.message}`),
      )
      expect([name, language, colorScheme, found]).toEqual([name, language, colorScheme, []])
      await page.setViewportSize(DESK)
      await picture(page, `${name}-${language}-${colorScheme}-desk`)
      await page.setViewportSize(PHONE)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([name, language, wide]).toEqual([name, language, PHONE.width])
      await picture(page, `${name}-${language}-${colorScheme}-phone`)
    }
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}
