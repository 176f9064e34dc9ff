import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A phone that is narrow by today's measure, and a desk. */
const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

/** Where pictures are put for people to look at; nowhere unless it is named. */
const shots = process.env.ARTEL_SHOTS

/** What is asked of axe in each language and theme: all of it once, then only what the other words or colours can change. */
const LOOKS = [
  { language: 'en', colorScheme: 'light', of: (axe: AxeBuilder) => axe.disableRules(['color-contrast']) },
  { language: 'ru', colorScheme: 'dark', of: (axe: AxeBuilder) => axe.withRules(['color-contrast']) },
  { language: 'ru', colorScheme: 'light', of: (axe: AxeBuilder) => axe },
] as const

/**
 * Looks a screen over as it is: axe in both languages and themes, no sideways scroll on a phone. Leaves it in Russian, light, on
 * a desk.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
  for (const { language, colorScheme, of } of LOOKS) {
    const other = page.getByRole('button', { name: language === 'en' ? 'English' : 'По-русски' })
    if (await other.isVisible()) await other.click()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await standsStill(page, language, colorScheme)
    const { violations } = await of(new AxeBuilder({ page })).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id} ${target}: ${any[0]?.message}`),
    )
    expect([name, language, colorScheme, found]).toEqual([name, language, colorScheme, []])
    await picture(page, `${name}-${language}-${colorScheme}-desk`)
    await page.setViewportSize(PHONE)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([name, language, wide]).toEqual([name, language, PHONE.width])
    await picture(page, `${name}-${language}-${colorScheme}-phone`)
    await page.setViewportSize(DESK)
  }
}

/**
 * Waits until a screen is what was asked for: its language, its theme with the colours in effect, nothing asked for any more, and no
 * colour on its way to another.
 */
async function standsStill(page: Page, language: string, colorScheme: string): Promise<void> {
  await page.locator(`html[lang="${language}"][data-mantine-color-scheme="${colorScheme}"]`).waitFor()
  // Asked from here again and again: the policy of the page lets nothing be evaluated in it.
  await expect
    .poll(() =>
      page.evaluate(() => ({
        scheme: getComputedStyle(document.documentElement).colorScheme,
        isAsked: document.querySelector('.waiting') !== null,
        isMoving: document
          .getAnimations()
          .some(
            ({ playState, effect }) =>
              playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
          ),
      })),
    )
    .toEqual({ scheme: colorScheme, isAsked: false, isMoving: false })
}

async function picture(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}
