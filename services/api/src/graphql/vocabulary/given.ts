/** An input as use-cases take it: a field is left out or given, never present as undefined. */
export type Given<Input> = Input extends string | number | boolean | bigint | Date | null | undefined
  ? Input
  : Input extends readonly (infer Item)[]
    ? Given<Item>[]
    : { [Name in keyof Input]: Given<Exclude<Input[Name], undefined>> }

/** Tells the type checker what coercion guarantees: an input field that was left out is absent, not undefined. */
export function given<Input extends object>(input: Input): Given<Input> {
  return input as Given<Input>
}
