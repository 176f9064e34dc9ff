/** The languages that a rule's sentence comes in. */
export type RuleLanguage = 'en' | 'ru'
