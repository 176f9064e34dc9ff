import { expect, it } from 'vitest'
import { rublesInWords } from './rubles-in-words.ts'

it('spells an amount as an act does, in the right case and gender', () => {
  const spelled: [bigint, string][] = [
    [0n, 'Ноль рублей 00 копеек'],
    [101n, 'Один рубль 01 копейка'],
    [2_22n, 'Два рубля 22 копейки'],
    [11_11n, 'Одиннадцать рублей 11 копеек'],
    [1_000_00n, 'Одна тысяча рублей 00 копеек'],
    [12_345_05n, 'Двенадцать тысяч триста сорок пять рублей 05 копеек'],
    [2_021_014_92n, 'Два миллиона двадцать одна тысяча четырнадцать рублей 92 копейки'],
    [5_000_000_000_00n, 'Пять миллиардов рублей 00 копеек'],
  ]
  for (const [kopecks, words] of spelled) expect(rublesInWords(kopecks)).toBe(words)
})
