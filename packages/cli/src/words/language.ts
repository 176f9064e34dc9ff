/** Languages that the command speaks. */
export type Language = 'ru' | 'en'
