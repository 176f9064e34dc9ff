import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { houseStyleBreaches } from './house-style.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artel-style-'))
  for (const group of ['packages', 'services', 'examples']) mkdirSync(join(root, group))
  write('scripts/package.json', '{"name": "@artel/scripts"}')
  write('packages/ledger/package.json', '{"name": "@artel/ledger", "exports": {".": "./src/index.ts"}}')
  write('packages/store/package.json', '{"name": "@artel/store", "exports": {".": "./src/index.ts"}}')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(place: string, text: string): void {
  mkdirSync(dirname(join(root, place)), { recursive: true })
  writeFileSync(join(root, place), text)
}

test('imports through doors and inside a package pass', () => {
  write(
    'packages/store/src/post.ts',
    "import { points } from '@artel/ledger'\nimport { lane } from './lanes/lane.ts'\n",
  )
  expect(houseStyleBreaches(root)).toEqual([])
})

test('an import past a package door is named', () => {
  write('packages/store/src/post.ts', "import { points } from '@artel/ledger/src/points.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^packages\/store\/src\/post\.ts: .* is no door/),
  ])
})

test('a relative import out of the package is named', () => {
  write('packages/store/src/post.ts', "import { points } from '../../ledger/src/points.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([expect.stringContaining('leaves the package')])
})

test('a dumping ground and a long file are named; generated files are not read', () => {
  write('packages/store/src/utils.ts', '')
  write('packages/store/src/long.ts', 'export {}\n'.repeat(301))
  write('packages/store/src/documented.ts', `/**\n${' * told\n'.repeat(300)} */\nexport {}\n`)
  write('packages/store/src/generated/long.ts', 'export {}\n'.repeat(301))
  expect(houseStyleBreaches(root).sort()).toEqual([
    expect.stringMatching(/^packages\/store\/src\/long\.ts: 301 lines of code/),
    expect.stringMatching(/^packages\/store\/src\/utils\.ts: "utils\.ts" is a dumping ground/),
  ])
})
