const { dataset } = document.documentElement

/** The coalition whose page this is, as the API wrote it into the document. */
export const COALITION = dataset.coalition ?? ''
/** What people call it. */
export const COALITION_NAME = dataset.name ?? ''
/** The language of the coalition, for who has not chosen one. */
export const COALITION_LANGUAGE = dataset.language === 'en' ? 'en' : 'ru'
