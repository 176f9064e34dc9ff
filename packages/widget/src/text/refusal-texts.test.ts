import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Registry, withRefusalTexts } from '../../write-refusal-texts.ts'
import { speak } from './speak.ts'

const read = (place: string) => readFileSync(new URL(place, import.meta.url), 'utf8')
const contract: Registry = JSON.parse(read(import.meta.resolve('@artel/schema/refusals.json')))
const committed = read('./texts.ts')

describe('the texts of refusals', () => {
  it('are those of the contract', () => {
    expect(withRefusalTexts(committed, contract)).toBe(committed)
  })

  it.each(['en', 'ru'] as const)('are told in %s, but for those that no customer can meet', (language) => {
    const { say, knows } = speak(language)
    const told = Object.entries(contract.refusals).filter(([, { customer }]) => customer !== undefined)
    expect(told.length).toBeGreaterThanOrEqual(5)
    for (const [code, { customer }] of told) expect(knows(code) && say(code)).toBe(customer?.[language])
    expect(knows('PLAN_CHANGED')).toBe(false)
  })

  it('grow with the registry', () => {
    const customer = { en: "The moon isn't empty.", ru: 'Луна полна.' }
    const grown = { refusals: { ...contract.refusals, MOON_TOO_FULL: { customer } } }
    const texts = withRefusalTexts(committed, grown)
    expect(texts).toContain(`  MOON_TOO_FULL: ["The moon isn't empty.", 'Луна полна.'],\n`)
  })
})
