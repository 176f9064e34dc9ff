/** A QR code: `size` modules a side, the dark ones as an SVG path. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** By version, 1 to 5: bytes of data and of correction at level L, where all of them are one block. */
const blocks = [
  [19, 7],
  [34, 10],
  [55, 15],
  [80, 20],
  [108, 26],
] as const
/** Format bits of correction level L with mask 0, including their check bits. */
const formatBits = 0b111011111000100

/**
 * QR code of a text of at most 106 bytes, such as an address; undefined for a longer one. The least correction and one mask: it is read
 * off a screen, not off a box. (The code of a card, which is digits alone and may be printed, is made in `card-code.ts`.)
 */
export function qrPath(text: string): QrPath | undefined {
  const bytes = [...new TextEncoder().encode(text)]
  // Four bits say what kind of data it is, eight how much.
  const version = blocks.findIndex(([room]) => bytes.length + 2 <= room) + 1
  const [room, checks] = blocks[version - 1] ?? [0, 0]
  if (!room) return undefined
  const size = 17 + 4 * version
  const dark = fixedModules(size)
  const bits = withCorrection(dataOf(bytes, room), checks).map(octet).join('')
  let next = 0
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5 // the column of the timing pattern carries no data
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = (right + 1) & 2 ? step : size - 1 - step
        if (dark.has(y * size + x)) continue
        // What is left over when the data has ended is light before the mask.
        dark.set(y * size + x, (bits[next] ?? '0') !== `${(x + y + 1) % 2}`)
        next += 1
      }
    }
  }
  const path = [...dark]
    .filter(([, isDark]) => isDark)
    .map(([at]) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`)
    .join('')
  return { size, path }
}

/** The bytes after their kind and number, terminated and padded to the full room. */
function dataOf(bytes: readonly number[], room: number): number[] {
  const bits = `0100${[bytes.length, ...bytes].map(octet).join('')}0000`
  const data = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad)
  return data
}

/** The data followed by its Reed-Solomon remainder. */
function withCorrection(data: readonly number[], checks: number): number[] {
  const divisor = divisorOf(checks)
  const remainder = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (remainder.shift() ?? 0)
    remainder.push(0)
    for (const [index, coefficient] of divisor.entries())
      remainder[index] = (remainder[index] ?? 0) ^ multiply(coefficient, factor)
  }
  return [...data, ...remainder]
}

/** The polynomial whose roots are the first powers of 2, without its leading 1. */
function divisorOf(checks: number): number[] {
  let divisor = [1]
  for (let power = 0, root = 1; power < checks; power += 1, root = multiply(root, 2))
    divisor = [...divisor, 0].map((each, at) => each ^ multiply(divisor[at - 1] ?? 0, root))
  return divisor.slice(1)
}

/** Product in GF(256), the finite field of QR codes. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

const octet = (byte: number): string => byte.toString(2).padStart(8, '0')

/** The modules that hold no data, by index: finder and alignment patterns, timing lines, format bits. */
function fixedModules(size: number): Map<number, boolean> {
  const fixed = new Map<number, boolean>()
  const set = (x: number, y: number, dark: boolean): void => {
    if (x >= 0 && y >= 0 && x < size && y < size) fixed.set(y * size + x, dark)
  }
  const rings = (centreX: number, centreY: number, reach: number, light: readonly number[]): void => {
    for (let dx = -reach; dx <= reach; dx += 1)
      for (let dy = -reach; dy <= reach; dy += 1)
        set(centreX + dx, centreY + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (let index = 0; index < size; index += 1) {
    set(index, 6, index % 2 === 0)
    set(6, index, index % 2 === 0)
  }
  // The smallest code has no alignment pattern.
  if (size > 21) rings(size - 7, size - 7, 2, [1])
  rings(3, 3, 4, [2, 4])
  rings(size - 4, 3, 4, [2, 4])
  rings(3, size - 4, 4, [2, 4])
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((formatBits >> bit) & 1) === 1
    const skip = bit > 5 ? 1 : 0 // the timing line is in between
    if (bit < 8) {
      set(8, bit + skip, dark)
      set(size - 1 - bit, 8, dark)
    } else {
      set(bit === 8 ? 7 : 14 - bit, 8, dark)
      set(8, size - 15 + bit, dark)
    }
  }
  set(8, size - 8, true)
  return fixed
}
