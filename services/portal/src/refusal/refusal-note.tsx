import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../api/run-command.ts'
import { Note } from './note.tsx'

type Words = Readonly<Record<string, { readonly meaning: string; readonly remedy: string }>>

/** Says what a refusal means and the way out, in the language of the page. The words are loaded when the first one is met. */
export function RefusalNote({ refusal }: { readonly refusal: Pick<Refusal, 'code' | 'message'> }) {
  const { i18n } = useTranslation()
  const [words, setWords] = useState<Words | null>(null)
  const language = i18n.language
  useEffect(() => {
    let isWanted = true
    void wordsOf(language).then((loaded) => isWanted && setWords(loaded))
    return () => {
      isWanted = false
    }
  }, [language])
  const said = words?.[refusal.code]
  return (
    <Note tone="bad" code={refusal.code} title={said?.meaning ?? (words ? refusal.message : '…')}>
      {said && <p>{said.remedy}</p>}
    </Note>
  )
}

const wordsOf = async (language: string): Promise<Words> =>
  language === 'ru'
    ? (await import('../generated/refusals-ru.json')).default
    : (await import('../generated/refusals-en.json')).default
