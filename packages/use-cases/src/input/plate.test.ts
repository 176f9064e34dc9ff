import { describe, expect, it } from 'vitest'
import { checkPlate, soughtPlate } from './plate.ts'

describe('a plate', () => {
  it.each([
    ['а 123 вс 77', 'A123BC77'],
    ['A123BC77', 'A123BC77'],
    ['А123ВС 77 RUS', 'A123BC77'],
    ['а123вс177рус', 'A123BC177'],
    ['А-123-ВС', 'A123BC'],
    ['АВЕКМНОРСТУХ 1', 'ABEKMHOPCTYX1'],
    ['１２３４ ав 66', '1234AB66'],
    ['ae 1234 66', 'AE123466'],
    ['B-MW 1234', 'BMW1234'],
    ['д 001 йж', 'Д001ЙЖ'],
  ])('%s is kept as %s', (text, plate) => {
    expect(checkPlate(['plate'], text)).toBe(plate)
  })

  it('keeps digits and letters that look alike apart', () => {
    expect(checkPlate(['plate'], 'О000ОО77')).toBe('O000OO77')
    expect(checkPlate(['plate'], '0000ОО77')).not.toBe(checkPlate(['plate'], 'О000ОО77'))
    expect(checkPlate(['plate'], 'З111АА77')).not.toBe(checkPlate(['plate'], '3111АА77'))
  })

  it.each(['', 'A1', 'ABC', 'A123%C77', 'A123BC77A123BC77', '---'])('is not %s', (text) => {
    expect(() => checkPlate(['plate'], text)).toThrow(expect.objectContaining({ path: ['plate'] }))
  })
})

describe('a search for a plate', () => {
  it.each([
    ['а123вс', { plate: 'A123BC', isCertain: true }],
    ['Х 777 ХХ 777 рус', { plate: 'X777XX777', isCertain: true }],
    ['а123', { plate: 'A123', isCertain: false }],
    ['BMW 1234', { plate: 'BMW1234', isCertain: false }],
    ['Anna 4433', null],
    ['4433', null],
    ['9000 0000 0000 0002', null],
    ['а1', null],
    ['иванов', null],
    ['a%23', null],
  ])('%s', (text, sought) => {
    expect(soughtPlate(text)).toEqual(sought)
  })
})
