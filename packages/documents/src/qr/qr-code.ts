import { encode } from 'uqr'

/** Modules of white around a code, as readers ask for. */
const QUIET_MODULES = 4

/**
 * A text as a QR code: an SVG of one path, black on white, that scales to any size. A quarter of it may be covered or worn off
 * (correction level Q).
 */
export function qrCodeSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'Q', border: QUIET_MODULES })
  const dark = data.map((row, y) => runsOf(row, y)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark}"/></svg>`
}

/** The dark modules of a row, a rectangle a run. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    const from = x
    while (row[x]) x += 1
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}
