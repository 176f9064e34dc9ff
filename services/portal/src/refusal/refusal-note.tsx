import { use, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../api/run-command.ts'
import { PlaceContext } from '../place/use-place.ts'
import { Note } from './note.tsx'
import { type Figures, type RefusalWords, sayRefusal } from './say-refusal.ts'
import { useFieldAtFault } from './use-field-at-fault.ts'

interface Words {
  readonly general: RefusalWords
  readonly own: RefusalWords
}

interface RefusalNoteProps {
  readonly refusal: Pick<Refusal, 'code' | 'message'> & Partial<Pick<Refusal, 'path'>> & Figures
}

/** Says what a refusal means and the way out, in the language of the page. The words are loaded when the first one is met. */
export function RefusalNote({ refusal }: RefusalNoteProps) {
  const { i18n } = useTranslation()
  const timeZone = use(PlaceContext)?.timeZone ?? 'UTC'
  const [words, setWords] = useState<Words | null>(null)
  const field = useFieldAtFault(refusal)
  const language = i18n.language
  useEffect(() => {
    let isWanted = true
    void wordsOf(language).then((loaded) => isWanted && setWords(loaded))
    return () => {
      isWanted = false
    }
  }, [language])
  const said = words && sayRefusal(refusal, { ...words, language, timeZone })
  return (
    <Note tone="bad" code={refusal.code} title={said?.meaning ?? (words ? refusal.message : '…')}>
      {field && <p>{field}</p>}
      {said && <p>{said.remedy}</p>}
    </Note>
  )
}

const wordsOf = async (language: string): Promise<Words> =>
  language === 'ru'
    ? {
        general: (await import('../generated/refusals-ru.json')).default,
        own: (await import('./own-words-ru.ts')).ownRu,
      }
    : {
        general: (await import('../generated/refusals-en.json')).default,
        own: (await import('./own-words-en.ts')).ownEn,
      }
