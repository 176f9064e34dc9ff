import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Registry, refusalCodes, withRefusalTexts } from '../../write-refusal-texts.ts'
import { speak } from './speak.ts'

const read = (place: string) => readFileSync(new URL(place, import.meta.url), 'utf8')
const contract: Registry = JSON.parse(read(import.meta.resolve('@artel/schema/refusals.json')))

describe.each(['en', 'ru'] as const)('the texts of refusals in %s', (language) => {
  it('are those of the contract', () => {
    const committed = read(`./${language}.ts`)
    expect(withRefusalTexts(committed, contract, language)).toBe(committed)
    const { say, knows } = speak(language)
    const told = Object.entries(contract.refusals).filter(([, { customer }]) => customer !== undefined)
    expect(told.length).toBeGreaterThanOrEqual(5)
    for (const [code, { customer }] of told) expect(knows(code) && say(code)).toBe(customer?.[language])
  })

  it('are left out for a refusal that no customer can meet', () => {
    expect(speak(language).knows('PLAN_CHANGED')).toBe(false)
  })

  it('grow with the registry', () => {
    const customer = { en: "The moon isn't empty.", ru: 'Луна полна.' }
    const grown = { refusals: { ...contract.refusals, MOON_TOO_FULL: { customer } } }
    const texts = withRefusalTexts(read(`./${language}.ts`), grown, language)
    expect(texts).toContain(
      language === 'en' ? `  MOON_TOO_FULL: "The moon isn't empty.",\n` : `  MOON_TOO_FULL: 'Луна полна.',\n`,
    )
    expect(refusalCodes(grown)).toContain("  | 'MOON_TOO_FULL'\n")
  })
})
