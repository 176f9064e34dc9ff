/** Widths of bars and spaces of Code 128, by value; each begins with a bar. 105 begins set C, 106 ends. */
const WIDTHS = (
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
  '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
  '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
  '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
  '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'
).match(/.{6}/g) as readonly string[]
const START_C = 105
const STOP = '2331112'
/** Clear space beside the bars, modules. */
const QUIET = 10

/** Bars of a number of an even count of digits in Code 128, set C: an SVG path one module high, and its width. Undefined for others. */
export function barcode(digits: string): { readonly path: string; readonly width: number } | undefined {
  if (!/^(\d\d)+$/.test(digits)) return undefined
  const values = [START_C, ...(digits.match(/../g) ?? []).map(Number)]
  const check = values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % 103
  const widths = [...[...values, check].map((value) => WIDTHS[value] ?? ''), STOP].join('')
  let x = QUIET
  let path = ''
  for (const [at, width] of [...widths].entries()) {
    if (at % 2 === 0) path += `M${x} 0h${width}v1h-${width}z`
    x += Number(width)
  }
  return { path, width: x + QUIET }
}
