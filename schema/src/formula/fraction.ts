/** An exact value. The denominator is above 0; the two may have factors in common. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** @param exact - an exact decimal, as "12600.5" */
export function fractionOf(exact: string): Fraction {
  const [whole = '', decimals = ''] = exact.split('.')
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

export function negate({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator }
}

/** 1 ÷ a, for an `a` that is not 0. */
export function invert({ numerator, denominator }: Fraction): Fraction {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator }
}

/** How many times 10^−places it is, half away from zero. Negative places round to tens, hundreds … */
export function roundedTo(places: number, { numerator, denominator }: Fraction): bigint {
  const scaled = places < 0 ? numerator : numerator * 10n ** BigInt(places)
  const divisor = places < 0 ? denominator * 10n ** BigInt(-places) : denominator
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (2n * size + divisor) / (2n * divisor)
  return scaled < 0n ? -rounded : rounded
}
