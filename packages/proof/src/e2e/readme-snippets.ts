import { readFile } from 'node:fs/promises'

/** The snippets of a file of the repository whose fence is followed by these words, as they are printed. */
export async function readmeSnippets(file: string, fence: string): Promise<string[]> {
  const text = await readFile(new URL(`../../../../${file}`, import.meta.url), 'utf8')
  return Array.from(
    text.matchAll(new RegExp(`\`\`\`${fence}\n([\\s\\S]*?)\`\`\``, 'g')),
    ([, code = '']) => code,
  )
}
