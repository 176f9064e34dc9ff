import { expect, test } from 'vitest'
import { problemInRussian } from './problems.ts'
import { FILE_PROBLEMS } from './problems-of-files.ts'
import { INPUT_PROBLEMS } from './problems-of-input.ts'

const filled = (text: string) => text.replace(/\{\w+\}/g, '7')

test('each problem is said in its own words, and not in those of one that says less', () => {
  const problems = Object.entries({ ...INPUT_PROBLEMS, ...FILE_PROBLEMS })
  expect(problems.length).toBeGreaterThan(150)
  const astray = problems.filter(
    ([english, russian]) => problemInRussian(filled(english)) !== filled(russian),
  )
  expect(astray).toEqual([])
})
