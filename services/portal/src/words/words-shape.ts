/** The same shape, with texts of its own. */
export type WordsAs<Of> = {
  readonly [Name in keyof Of]: Of[Name] extends string ? string : WordsAs<Of[Name]>
} & {
  // Russian has more plural forms than English.
  readonly [Plural in `${string}_few` | `${string}_many`]?: string
}
