import { describe, expect, it } from 'vitest'
import { makeCardNumber } from './card-number.ts'
import { readSearch, searchWordsOf } from './search-words.ts'

describe('the words of a customer', () => {
  it('are those of the name, each once and folded, and the end of the telephone', () => {
    const words = searchWordsOf({ name: 'Пётр  «Петр» Семёнов-Тян-Шанский', phone: '+79215554433' })
    expect(words).toEqual([
      ...['петр', 'семенов', 'тян', 'шанский'].map((word) => ({ kind: 'NAME', word })),
      { kind: 'PHONE_END', word: '4433' },
    ])
    expect(searchWordsOf({ name: '—', phone: null })).toEqual([])
  })

  it('are few and short, whatever the name', () => {
    const words = searchWordsOf({ name: `${'ж'.repeat(150)} a b c d e f g h i j k`, phone: null })
    expect(words).toHaveLength(8)
    expect(Math.max(...words.map(({ word }) => word.length))).toBe(40)
  })

  it.each(['Семёнов', 'СЕМЁНОВ', 'семенов', 'Семе\u0308нов'])(
    'are found by the same name in other letters: %s',
    (name) => {
      expect(readSearch(name).names).toEqual(
        searchWordsOf({ name: 'Семёнов', phone: null }).map(({ word }) => word),
      )
    },
  )
})

describe('what a search may mean', () => {
  it.each([
    ['4433', { names: [], phoneEnd: '4433', phone: null, cardNumber: null }],
    ['8 (921) 555-44-33', { phoneEnd: null, phone: '8 (921) 555-44-33', cardNumber: null }],
    ['Anna 4433', { names: ['anna', '4433'], phoneEnd: null, phone: null, cardNumber: null }],
    ['9000 0000 0000 0002', { phoneEnd: null, cardNumber: null }],
    ['44', { names: ['44'], phoneEnd: null, phone: null, cardNumber: null }],
    ['%_', { names: [], phoneEnd: null, phone: null, cardNumber: null }],
  ])('%s', (text, readings) => {
    expect(readSearch(text)).toMatchObject(readings)
  })
  it('a card number with a right check digit, grouped or not', () => {
    const number = makeCardNumber()
    expect(readSearch(number.replace(/(\d{4})/g, '$1 ')).cardNumber).toBe(number)
  })
})
