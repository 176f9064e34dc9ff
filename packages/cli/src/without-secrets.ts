/** The forms of the secrets that Artel hands out: keys, the operator's, of webhooks; and tokens of customers. */
const SECRETS = /\b((?:[as]k_(?:test|live)|op|whsec)_|eyJ)[\w.+/=-]{8,}/g

/** A text whose secrets end after their prefix: what was typed in the wrong place must not stay in a terminal's log. */
export const withoutSecrets = (text: string): string => text.replace(SECRETS, '$1...')
