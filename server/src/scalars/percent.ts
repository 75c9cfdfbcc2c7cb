import { decimalScalar } from './decimal.ts'

export const Percent = decimalScalar(
  'Percent',
  'A percentage as exact decimal text, without the sign: "4.2" is 4.2 %.',
)
