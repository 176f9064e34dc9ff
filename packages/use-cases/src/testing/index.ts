export * from './a-coalition.ts'
export * from './books.ts'
export * from './sales.ts'
export * from './settlement.ts'
