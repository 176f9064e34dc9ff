import { FileTooLargeError } from '../document-error.ts'
import { parseXml } from './parse-xml.ts'

const MAX_CHARACTERS = 100_000_000

/** The texts that the cells of a workbook share, by their number: without formatting and without phonetic readings. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isPhonetic = false
  let characters = 0
  for await (const event of parseXml(bytes)) {
    if (event.kind === 'TEXT') {
      if (isText && !isPhonetic) text += event.text
      continue
    }
    const isOpen = event.kind === 'OPEN'
    if (event.name === 't') isText = isOpen
    if (event.name === 'rPh') isPhonetic = isOpen
    if (event.name !== 'si') continue
    if (isOpen) text = ''
    else {
      strings.push(text)
      characters += text.length + 1
      if (characters > MAX_CHARACTERS)
        throw new FileTooLargeError(`the texts of the workbook have more than ${MAX_CHARACTERS} characters`)
    }
  }
  return strings
}
