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
  if (!i18next.hasResourceBundle(language, 'translation')) await add(language, wordsOf(language))
  await Promise.all([...inUse].map((area) => addArea(language, area)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(KEPT, language)
}

const wordsOf = async (language: PortalLanguage): Promise<object> =>
  language === 'ru' ? (await import('./ru.ts')).ru : (await import('./en.ts')).en

/** Words that are loaded with the screens that say them, so that none paints with those of all. */
const AREAS = {
  desk: {
    ru: async () => (await import('./ru-desk.ts')).ruDesk,
    en: async () => (await import('./en-desk.ts')).enDesk,
  },
  home: {
    ru: async () => (await import('./ru-home.ts')).ruHome,
    en: async () => (await import('./en-home.ts')).enHome,
  },
  sales: {
    ru: async () => (await import('./ru-sales.ts')).ruSales,
    en: async () => (await import('./en-sales.ts')).enSales,
  },
  coalition: {
    ru: async () => (await import('./ru-coalition.ts')).ruCoalition,
    en: async () => (await import('./en-coalition.ts')).enCoalition,
  },
  people: {
    ru: async () => (await import('./ru-people.ts')).ruPeople,
    en: async () => (await import('./en-people.ts')).enPeople,
  },
  connect: {
    ru: async () => (await import('./ru-connect.ts')).ruConnect,
    en: async () => (await import('./en-connect.ts')).enConnect,
  },
  work: {
    ru: async () => (await import('./ru-work.ts')).ruWork,
    en: async () => (await import('./en-work.ts')).enWork,
  },
  lock: {
    ru: async () => ({ lock: (await import('./ru-lock.ts')).ruLock }),
    en: async () => ({ lock: (await import('./en-lock.ts')).enLock }),
  },
} as const satisfies Record<string, Record<PortalLanguage, () => Promise<object>>>
type Area = keyof typeof AREAS

const inUse = new Set<Area>()
const added = new Set<string>()

/** Loads a module together with the words that it says. */
export async function withWords<Module>(
  areas: readonly Area[],
  load: () => Promise<Module>,
): Promise<Module> {
  for (const area of areas) inUse.add(area)
  const loading = load()
  await Promise.all(areas.map((area) => addArea(i18next.language as PortalLanguage, area)))
  return loading
}

async function addArea(language: PortalLanguage, area: Area): Promise<void> {
  const name = `${language} ${area}`
  if (added.has(name)) return
  await add(language, AREAS[area][language]())
  added.add(name)
}

async function add(language: PortalLanguage, words: Promise<object>): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await words, true, true)
}
