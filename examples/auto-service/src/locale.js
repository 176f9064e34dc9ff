import { latinNames } from './latin-names.js'

/** Russian unless the address says `?lang=en`; the choice stays in the address, so a page can be sent to a friend. */
export function locale(url) {
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'ru'
  const withLang = (path, other) =>
    other === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path
  const plural = new Intl.PluralRules(lang)
  const pointWords = {
    ru: { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
    en: { one: 'point', other: 'points' },
  }[lang]
  return {
    lang,
    say: (ru, en) => (lang === 'en' ? en : ru),
    /** A customer's name in the letters of the page, where the settings have it in both. */
    nameOf: ({ name, nameEn }) => (lang === 'en' && nameEn) || name,
    /** What the elements take as `names`: undefined where the page writes as the coalition does. */
    namesFor: ({ name, nameEn }) =>
      lang === 'en' ? JSON.stringify({ ...latinNames, [name]: nameEn || name }) : undefined,
    link: (path) => withLang(path, lang),
    otherLink: withLang(url.pathname, lang === 'en' ? 'ru' : 'en'),
    money: (minor) => formatMoney(lang, BigInt(minor)),
    points: (points) =>
      `${new Intl.NumberFormat(lang).format(BigInt(points))} ${pointWords[plural.select(Number(points))]}`,
    date: (iso) =>
      new Intl.DateTimeFormat(lang, {
        day: 'numeric',
        month: 'long',
        hour: lang === 'en' ? 'numeric' : '2-digit',
        minute: '2-digit',
        timeZone: 'Europe/Moscow',
      }).format(new Date(iso)),
  }
}

/** Minor units as people read them; exact, because the amount never becomes a floating-point number. */
function formatMoney(lang, minor) {
  const kopecks = minor % 100n
  const digits = kopecks === 0n ? 0 : 2
  const format = new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: 'RUB',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(`${minor / 100n}.${String(kopecks).padStart(2, '0')}`)
}
