/** The languages that people are told of refusals in. */
export type Language = 'en' | 'ru'

/** One text in every language. In a message, `{name}` stands for the field of that name. */
export type Words = Readonly<Record<Language, string>>
