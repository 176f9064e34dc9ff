import { defineArtelCodes, defineArtelElements, defineArtelLists } from './define.ts'

export * from './index.ts'

defineArtelElements()
defineArtelLists()
defineArtelCodes()
