import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type PDFDocument from 'pdfkit'

/** A4 portrait, in points of 1/72 inch. */
export const PAGE = { left: 42, right: 553.28, top: 42, bottom: 790 }
/** What the text may fill from margin to margin. */
export const TEXT_WIDTH = PAGE.right - PAGE.left
const FOOTER_Y = 806

/** The width of a font's digits is the same for all, so columns of amounts stand straight. */
const font = (file: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/pt-sans/${file}.ttf`)

export type Pdf = InstanceType<typeof PDFDocument>

/** A page being filled from the top, and the stream that takes what is finished. */
export interface PdfPage {
  readonly pdf: Pdf
  /** Where the next thing goes, from the top of the page. */
  y: number
  /** Counts from 1. */
  pageNo: number
  /** What stands at the foot of each page. */
  readonly footer: (pageNo: number) => { readonly left: string; readonly right: string }
}

/** Opens a document of one page with PT Sans, which has Latin, Cyrillic and the signs of currencies. */
export async function openPdf(info: {
  title: string
  author: string
  createdAt: Date
  footer: PdfPage['footer']
}): Promise<PdfPage> {
  // Loaded by whoever draws: its fonts and tables cost a quarter of a second and 20 MB of those who never do.
  const { default: PdfDocument } = await import('pdfkit')
  const pdf = new PdfDocument({
    size: 'A4',
    margin: 0,
    compress: true,
    // The cache keeps every text ever drawn, and would grow with the lines.
    fontLayoutCache: false,
    info: { Title: info.title, Author: info.author, Creator: 'Artel', CreationDate: info.createdAt },
    displayTitle: true,
  })
  pdf.registerFont('regular', font('400Regular/PTSans_400Regular'))
  pdf.registerFont('bold', font('700Bold/PTSans_700Bold'))
  const page: PdfPage = { pdf, y: PAGE.top, pageNo: 1, footer: info.footer }
  drawFooter(page)
  return page
}

/** At the start of a page, since a page is flushed when the next one begins. */
function drawFooter(page: PdfPage): void {
  const { pdf } = page
  const { left, right } = page.footer(page.pageNo)
  rule(pdf, FOOTER_Y - 4)
  pdf.font('regular').fontSize(7).fillColor('#444')
  cell(pdf, left, { x: PAGE.left, y: FOOTER_Y, width: TEXT_WIDTH - 70 })
  cell(pdf, right, { x: PAGE.right - 60, y: FOOTER_Y, width: 60, align: 'right' })
  pdf.fillColor('#000')
}

/** Starts a page; everything on the one before is final and can be flushed. */
export function nextPage(page: PdfPage): void {
  page.pdf.addPage({ size: 'A4', margin: 0 })
  page.pageNo += 1
  page.y = PAGE.top
  drawFooter(page)
}

/** Writes below the number of the last page how many there are, which nobody knew before. */
export function countPages(page: PdfPage, text: string): void {
  page.pdf.font('regular').fontSize(7).fillColor('#444')
  cell(page.pdf, text, { x: PAGE.right - 120, y: FOOTER_Y + 9, width: 120, align: 'right' })
}

/** Hands what is finished to the stream and waits for it where it is slow, so that memory stays bounded. */
export async function flush(page: PdfPage, out: Writable): Promise<void> {
  const finished: unknown = page.pdf.read()
  if (finished !== null) await write(out, finished)
  // A long register must not keep everything else waiting.
  await setImmediate()
}

/** Ends the document and hands the rest to the stream, which is left open for its owner to end. */
export async function finishPdf(page: PdfPage, out: Writable): Promise<void> {
  page.pdf.end()
  for await (const chunk of page.pdf) await write(out, chunk)
}

async function write(out: Writable, chunk: unknown): Promise<void> {
  if (!out.write(chunk)) await once(out, 'drain')
  if (out.errored) throw out.errored
}

/** A box for one line of text. With `shrinkFrom`, its font size, a text too long is set smaller instead of being cut. */
export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'right' | 'center'
  readonly shrinkFrom?: number
}

/** Writes one line of text into a box, cut with an ellipsis where it is too long: an amount must shrink instead. */
export function cell(pdf: Pdf, text: string, box: TextBox): void {
  const plain = oneLine(text)
  const { shrinkFrom: size } = box
  if (size !== undefined) {
    const tooWide = pdf.widthOfString(plain) / box.width
    if (tooWide > 1) pdf.fontSize(Math.floor((size / tooWide) * 100) / 100)
  }
  const { fitting, wide } = fit(pdf, plain, box.width)
  const spare = box.width - wide
  const shift = box.align === 'right' ? spare : box.align === 'center' ? spare / 2 : 0
  // Told how wide it is, pdfkit does not lay the text out once more to measure it.
  const measured: PDFKit.Mixins.TextOptions & { textWidth: number } = { lineBreak: false, textWidth: wide }
  pdf.text(fitting, box.x + shift, box.y, measured)
  if (size !== undefined) pdf.fontSize(size)
}

/** Places after which a line may end; a text without one is broken anywhere. */
const BREAK_AFTER = /[\s\-–/_]/

/** Cuts a text into lines that fit a width, in the font that is set: all of it is there, however long. */
export function wrappedLines(pdf: Pdf, text: string, width: number): readonly string[] {
  const plain = oneLine(text)
  if (pdf.widthOfString(plain) <= width) return [plain]
  const lines: string[] = []
  let line = ''
  for (const character of plain) {
    if (line !== '' && pdf.widthOfString(line + character) > width) {
      const end = endOfLine(line)
      lines.push(line.slice(0, end).trimEnd())
      line = line.slice(end).trimStart()
    }
    line += character
  }
  return [...lines, line]
}

/** After the last place of a full line where it may end, if that leaves no half-empty line. */
function endOfLine(line: string): number {
  for (let at = line.length; at > line.length / 2; at -= 1)
    if (BREAK_AFTER.test(line.charAt(at - 1))) return at
  return line.length
}

/** Writes a paragraph and moves on below it. */
export function paragraph(
  page: PdfPage,
  text: string,
  options: { size: number; bold?: boolean; align?: 'left' | 'center' | 'justify'; gap?: number },
): void {
  const { pdf } = page
  pdf.font(options.bold ? 'bold' : 'regular').fontSize(options.size)
  const layout = { width: TEXT_WIDTH, align: options.align ?? 'left', lineGap: 1 } as const
  const height = pdf.heightOfString(text, layout)
  if (page.y + height > PAGE.bottom) nextPage(page)
  pdf.font(options.bold ? 'bold' : 'regular').fontSize(options.size)
  pdf.text(text, PAGE.left, page.y, layout)
  page.y += height + (options.gap ?? 6)
}

/** A thin rule across a box. */
export function rule(pdf: Pdf, y: number, x = PAGE.left, width = TEXT_WIDTH, weight = 0.5): void {
  pdf
    .lineWidth(weight)
    .strokeColor('#555')
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
    .strokeColor('#000')
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

function fit(pdf: Pdf, text: string, width: number): { fitting: string; wide: number } {
  const wide = pdf.widthOfString(text)
  if (wide <= width) return { fitting: text, wide }
  const characters = [...text.slice(0, 400)]
  const cut = (length: number): string => `${characters.slice(0, length).join('').trimEnd()}…`
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (pdf.widthOfString(cut(middle)) <= width) low = middle
    else high = middle - 1
  }
  return { fitting: cut(low), wide: pdf.widthOfString(cut(low)) }
}
