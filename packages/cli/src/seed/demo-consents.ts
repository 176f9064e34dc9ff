import { type ConsentInput, type ConsentPurpose, publishConsentText } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import type { DemoCustomer } from './demo-customers.ts'

/** Version of every text that the demo's customers agree to. */
export const CONSENT_VERSION = '2026-01'

const TEXTS: readonly (readonly [ConsentPurpose, string, string])[] = [
  [
    'PROGRAMME_RULES',
    'I know the rules of the Zarechye programme and take part in it.',
    'Я знаю правила программы «Заречье» и участвую в ней.',
  ],
  [
    'PERSONAL_DATA',
    'I agree that the members of Zarechye keep my name, phone and purchases to run the programme.',
    'Я согласен, что участники «Заречья» хранят моё имя, телефон и покупки для работы программы.',
  ],
  [
    'MARKETING_SMS',
    'The members of Zarechye may write to me by SMS about their offers.',
    'Участники «Заречья» могут писать мне по SMS о своих предложениях.',
  ],
]

/** Publishes what the town's customers agree to; what is published already stays. */
export async function publishDemoTexts({ admin }: DemoCoalition): Promise<void> {
  for (const [purpose, textEn, textRu] of TEXTS)
    await publishConsentText(admin, { purpose, version: CONSENT_VERSION, textEn, textRu })
}

/** What somebody signs at the till: the rules and the data always, to be written to two of three. */
export function demoConsents({ phone }: DemoCustomer): readonly ConsentInput[] {
  const wantsLetters = Number(phone.slice(-4)) % 3 !== 0
  return TEXTS.filter(([purpose]) => wantsLetters || purpose !== 'MARKETING_SMS').map(([purpose]) => ({
    ...{ purpose, textVersion: CONSENT_VERSION, source: 'PAPER' },
    proof: `form-${phone.slice(-4)}`,
  }))
}
