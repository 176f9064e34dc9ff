/** The text without the control characters that would colour a terminal or move its cursor; lines and tabs stay. */
export const plainText = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '\uFFFD')
