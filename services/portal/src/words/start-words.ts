import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = ['ru', 'en'] as const
export type PortalLanguage = (typeof LANGUAGES)[number]

const KEPT = 'artel.language'

/** The language that was chosen here, else the browser's. */
export function keptLanguage(): PortalLanguage {
  const chosen = localStorage.getItem(KEPT) ?? navigator.language
  return chosen.toLowerCase().startsWith('en') ? 'en' : 'ru'
}

/** Loads the words of one language and nothing of the other. */
export async function startWords(): Promise<void> {
  const language = keptLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await wordsOf(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

/** Shows everything in another language at once, without loading the page anew, and keeps it. */
export async function speak(language: PortalLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await wordsOf(language))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(KEPT, language)
}

const wordsOf = async (language: PortalLanguage) =>
  language === 'ru' ? (await import('./ru.ts')).ru : (await import('./en.ts')).en
