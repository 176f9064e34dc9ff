import { checkInteger, checkText } from '../input/text.ts'

const MAX_MAKE_LENGTH = 80
const MAX_MILEAGE_KM = 9_999_999

/** Make and model as they are kept; null when they are not told. InvalidInputError for a text that is empty or too long. */
export const checkMake = (make: string | null | undefined): string | null =>
  make == null ? null : checkText(['make'], make, MAX_MAKE_LENGTH)

/** Kilometres; null when they are not told. InvalidInputError for less than none, or more than a clock shows. */
export const checkMileage = (km: number | null | undefined): number | null =>
  km == null ? null : checkInteger(['mileageKm'], km, { min: 0, max: MAX_MILEAGE_KM })
