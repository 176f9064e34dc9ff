interface SegmentWords {
  /** Id, whose, name, how many. */
  readonly columns: readonly string[]
  readonly none: string
  /** Whose a segment is that no member owns. */
  readonly coalition: string
  readonly added: (count: number) => string
  readonly removed: (count: number) => string
  readonly deleted: (id: string) => string
  /** Those of whom nobody was found, as they were named. */
  readonly notFound: (named: readonly string[]) => string
}

/** What `artel segment` says. */
export const SEGMENT_WORDS: Readonly<Record<'en' | 'ru', SegmentWords>> = {
  en: {
    columns: ['id', 'owner', 'name', 'customers'],
    none: 'There is none yet.',
    coalition: 'the coalition',
    added: (count) => `Added: ${count}.`,
    removed: (count) => `Taken out: ${count}.`,
    deleted: (id) => `${id} is deleted.`,
    notFound: (named) => `Nobody was found by: ${named.join(', ')}.`,
  },
  ru: {
    columns: ['номер', 'чей', 'название', 'покупателей'],
    none: 'Пока ни одного.',
    coalition: 'коалиция',
    added: (count) => `Добавлено: ${count}.`,
    removed: (count) => `Убрано: ${count}.`,
    deleted: (id) => `${id} удалён.`,
    notFound: (named) => `Никто не найден: ${named.join(', ')}.`,
  },
}
