/** Modules (dark or light squares) per side of the code. */
export const codeSize = 21

const dataBytes = 13
/** Coefficients of the polynomial that the 13 bytes of correction are the remainder of. */
const divisor = [137, 73, 227, 17, 177, 17, 52, 13, 46, 43, 83, 132, 120]
/** Format bits of correction level Q with mask 0, including their check bits. */
const formatBits = 0b011010101011111
const capacityDigits = 27

/**
 * QR code of a card number as an SVG path on a grid of 21 x 21. Version 1-Q with one mask holds up to 27 digits and is
 * readable with a quarter of the code damaged. Undefined for anything but digits.
 */
export function cardCode(number: string): string | undefined {
  if (!/^\d+$/.test(number) || number.length > capacityDigits) return undefined
  const bits = bitsOf(withCorrection(dataOf(number)))
  const dark = fixedModules()
  let next = 0
  for (let right = codeSize - 1; right > 0; right -= 2) {
    if (right === 6) right = 5 // the column of the timing pattern carries no data
    for (let step = 0; step < codeSize; step += 1) {
      for (const x of [right, right - 1]) {
        const y = (right + 1) & 2 ? step : codeSize - 1 - step
        const at = y * codeSize + x
        if (dark.has(at)) continue
        dark.set(at, bits[next] !== `${(x + y + 1) % 2}`)
        next += 1
      }
    }
  }
  return [...dark]
    .filter(([, isDark]) => isDark)
    .map(([at]) => `M${at % codeSize} ${Math.floor(at / codeSize)}h1v1h-1z`)
    .join('')
}

/** The number in numeric mode, terminated and padded to the full size. */
function dataOf(number: string): number[] {
  let bits = `0001${binary(number.length, 10)}`
  for (const group of number.match(/\d{1,3}/g) ?? []) {
    bits += binary(Number(group), group.length * 3 + 1)
  }
  bits = bits.padEnd(Math.min(dataBytes * 8, bits.length + 4), '0')
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
  for (let pad = 0xec; bytes.length < dataBytes; pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
}

/** The data followed by its Reed-Solomon remainder. */
function withCorrection(data: readonly number[]): number[] {
  const remainder = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (remainder.shift() ?? 0)
    remainder.push(0)
    for (const [index, coefficient] of divisor.entries()) {
      remainder[index] = (remainder[index] ?? 0) ^ multiply(coefficient, factor)
    }
  }
  return [...data, ...remainder]
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

const bitsOf = (bytes: readonly number[]): string => bytes.map((byte) => binary(byte, 8)).join('')

const binary = (value: number, digits: number): string => value.toString(2).padStart(digits, '0')

/** The modules that hold no data, by index: finder patterns, timing lines, format bits. */
function fixedModules(): Map<number, boolean> {
  const fixed = new Map<number, boolean>()
  const set = (x: number, y: number, dark: boolean): void => {
    if (x >= 0 && y >= 0 && x < codeSize && y < codeSize) fixed.set(y * codeSize + x, dark)
  }
  for (let index = 0; index < codeSize; index += 1) {
    set(index, 6, index % 2 === 0)
    set(6, index, index % 2 === 0)
  }
  for (const [centreX, centreY] of [
    [3, 3],
    [codeSize - 4, 3],
    [3, codeSize - 4],
  ] as const) {
    for (let dx = -4; dx <= 4; dx += 1) {
      for (let dy = -4; dy <= 4; dy += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(centreX + dx, centreY + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((formatBits >> bit) & 1) === 1
    const skip = bit > 5 ? 1 : 0 // the timing line is in between
    if (bit < 8) {
      set(8, bit + skip, dark)
      set(codeSize - 1 - bit, 8, dark)
    } else {
      set(bit === 8 ? 7 : 14 - bit, 8, dark)
      set(8, codeSize - 15 + bit, dark)
    }
  }
  set(8, codeSize - 8, true)
  return fixed
}
