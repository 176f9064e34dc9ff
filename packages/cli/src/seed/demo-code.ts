/** The code of the parts shop's poster. */
export const DEMO_CODE = 'KOLESA'
