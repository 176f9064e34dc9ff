import type { LineFilter } from '@artel/rules'
import { checkCategory } from '../input/line-words.ts'
import { checkRef } from '../input/text.ts'
import type { LineFilterInput } from './definition-input.ts'

/** The lines that an input names; InvalidInputError where one of its words cannot be. */
export const filterOf = ({ categories, skus }: LineFilterInput, path: readonly string[]): LineFilter => ({
  categories: (categories ?? []).map((each, at) => checkCategory([...path, 'categories', String(at)], each)),
  skus: (skus ?? []).map((each, at) => checkRef([...path, 'skus', String(at)], each)),
})
