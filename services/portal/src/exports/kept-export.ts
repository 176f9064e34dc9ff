/** The file of a list that somebody asked for in this browser, by where and of what: a page that is loaded anew still shows it. */
const nameOf = (placeId: string, asked: string): string => `artel.file.${placeId} ${asked}`

/** The id of the file; null for none. */
export const keptExport = (placeId: string, asked: string): string | null =>
  sessionStorage.getItem(nameOf(placeId, asked))

/** Keeps the id of a file until the browser is closed. It is among "My files" all the same. */
export const keepExport = (placeId: string, asked: string, id: string): void =>
  sessionStorage.setItem(nameOf(placeId, asked), id)
