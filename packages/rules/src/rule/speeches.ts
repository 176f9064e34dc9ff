import type { RuleLanguage } from './rule-language.ts'
import type { Speech } from './speech.ts'
import { english } from './speech-in-english.ts'
import { russian } from './speech-in-russian.ts'

export const SPEECHES: Readonly<Record<RuleLanguage, Speech>> = { en: english, ru: russian }
