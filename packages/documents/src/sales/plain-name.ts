import { foldText } from '../text/fold-text.ts'

/** A header as it is compared: in its one spelling, lower case, letters and digits, the number sign as a word. */
export const plainName = (name: string): string =>
  foldText(name)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' № ')
    .replaceAll('#', ' № ')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()
