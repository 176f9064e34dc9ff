import type { texts } from './texts.ts'

/** A text with `{placeholders}`, or its plural forms by `Intl.PluralRules` category. */
export type Message =
  | string
  | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string })

/** Names of the texts. */
export type MessageKey = keyof typeof texts

/** What a page may override, for example `{ unit: { one: 'bonus', other: 'bonuses' } }`. */
export type Messages = Partial<Readonly<Record<MessageKey, Message>>>
