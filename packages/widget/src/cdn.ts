import { defineArtelElements } from './define.ts'

export * from './index.ts'

defineArtelElements()
