import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

/** The code as it is drawn, a row a line. */
function rows(text: string): string[] {
  const { size, path } = qrPath(text) ?? { size: 0, path: '' }
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'))
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = grid[Number(y)]
    if (row !== undefined) row[Number(x)] = '#'
  }
  return grid.map((row) => row.join(''))
}

test('the code of an address is the one that another encoder draws with this mask', () => {
  expect(rows('http://localhost:4000/r/7K3M9-QXA2B')).toMatchInlineSnapshot(`
    [
      "#######...#...#....#..#######",
      "#.....#..#...#.....##.#.....#",
      "#.###.#.#..#...#..##..#.###.#",
      "#.###.#..#..##........#.###.#",
      "#.###.#..#..##..#####.#.###.#",
      "#.....#...###.##..##..#.....#",
      "#######.#.#.#.#.#.#.#.#######",
      "........#..#.....###.........",
      "###.#####...#...###..##...#..",
      "#.#.#..###.###.####..##..#..#",
      "#.#...#.#.###.#.##..#...#.###",
      ".#.##..#.##.###..###.#..##.#.",
      ".##...#.#.##..#......##..#.##",
      "##.##...####..#......##..##.#",
      ".#.#.#####...#...##.##.##..##",
      "#...##...###...#.###..##.#.#.",
      "......##.##.#...###..##....##",
      ".##.##..#.####.####...#...#.#",
      "#..#.##.#.###.#.###.#.##.#.##",
      ".#..##..#.#.####.####.##.#.#.",
      "#...#.######..##....#####....",
      "........##.#..###...#...#.###",
      "#######.###..#.....##.#.##.##",
      "#.....#.##.#...#.####...#...#",
      "#.###.#.##..#....##.#####...#",
      "#.###.#..#.###.##.###..##.###",
      "#.###.#.#.###.#...#..#.##.#.#",
      "#.....#.#.#.#######.#...#..#.",
      "#######.####..#####.#.##...##",
    ]
  `)
})

test('an address has the smallest code that holds it, and a text that is too long has none', () => {
  const sizes = [17, 18, 32, 33, 53, 54, 78, 79, 106].map((length) => qrPath('x'.repeat(length))?.size)
  expect(sizes).toEqual([21, 25, 25, 29, 29, 33, 33, 37, 37])
  expect(qrPath('x'.repeat(107))).toBeUndefined()
  // By its bytes and not by its letters.
  expect(qrPath('я'.repeat(54))).toBeUndefined()
})
