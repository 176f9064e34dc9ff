import { expect, test } from 'vitest'
import { cardCode, codeSize } from './card-code.ts'

const rows = (path: string): string[] => {
  const grid = Array.from({ length: codeSize }, () => Array.from({ length: codeSize }, () => '.'))
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = grid[Number(y)]
    if (row !== undefined) row[Number(x)] = '#'
  }
  return grid.map((row) => row.join(''))
}

test('the code of a card is the one that a scanner read back as its number', () => {
  expect(rows(cardCode('9630114258069424') ?? '')).toMatchInlineSnapshot(`
    [
      "#######.###.#.#######",
      "#.....#.#..##.#.....#",
      "#.###.#.#..##.#.###.#",
      "#.###.#.##.##.#.###.#",
      "#.###.#.#..#..#.###.#",
      "#.....#....##.#.....#",
      "#######.#.#.#.#######",
      "........##.##........",
      ".##.#.##..#...#.#####",
      ".####..###..#.##.#..#",
      "....#####...#...#.#.#",
      ".#.#.#.#.####.##.#.#.",
      "..########..#.###..#.",
      "........#.#..#.##.#.#",
      "#######.##...###.##.#",
      "#.....#..##..#.#####.",
      "#.###.#.###.###....##",
      "#.###.#..##...#.####.",
      "#.###.#.#.#.#....##.#",
      "#.....#.##....#...#..",
      "#######.....#.#...#.#",
    ]
  `)
})

test('a changed digit changes the code', () => {
  expect(cardCode('9630114258069425')).not.toBe(cardCode('9630114258069424'))
})

test('only digits that fit become a code', () => {
  expect(cardCode('9'.repeat(27))).toBeDefined()
  for (const number of ['', '9'.repeat(28), '9630 1142', 'https://x', '963-1'])
    expect(cardCode(number)).toBeUndefined()
})
