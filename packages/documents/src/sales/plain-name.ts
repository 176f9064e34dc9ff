/** A header as it is compared: lower case, letters and digits, the number sign as a word. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' № ')
    .replaceAll('#', ' № ')
    .replace(/[^\p{L}\p{N}№]+/gu, ' ')
    .trim()
