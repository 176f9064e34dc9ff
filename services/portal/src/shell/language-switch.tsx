import { useTranslation } from 'react-i18next'
import { speak } from '../words/start-words.ts'

/** Shows everything in the other language, at once. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const isRussian = i18n.language === 'ru'
  return (
    <button
      type="button"
      className="switch"
      lang={isRussian ? 'en' : 'ru'}
      aria-label={isRussian ? 'English' : 'По-русски'}
      onClick={() => speak(isRussian ? 'en' : 'ru')}
    >
      {isRussian ? 'EN' : 'RU'}
    </button>
  )
}
