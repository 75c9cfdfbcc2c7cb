import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../fault.ts'
import { formatNumber } from '../money/format-number.ts'
import { fixedDecimal } from '../money/decimal.ts'
import type { Language } from '../money/language.ts'
import { calculateFormula, formulaReasons } from './index.ts'

/** A calculation as a test makes it up: how it is written in a language, and its exact value. */
interface Made {
  readonly write: (language: Language) => string
  /** Numerator and denominator > 0; nothing where something was divided by 0. */
  readonly value: readonly [bigint, bigint] | undefined
}

const gap = fc.constantFrom('', '', ' ', '\u00a0')

const number: fc.Arbitrary<Made> = fc
  .tuple(fc.nat({ max: 99_999_999 }), fc.constantFrom(0, 1, 2, 4), fc.boolean())
  .map(([scaled, places, grouped]) => ({
    write: (language) => {
      const text = formatNumber(fixedDecimal(scaled, places), { language })
      return grouped ? text : text.replaceAll('\u00a0', '')
    },
    value: [BigInt(scaled), 10n ** BigInt(places)],
  }))

const { made } = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    number,
    operation(tie('made'), ['+'], ([a, b], [c, d]) => [a * d + c * b, b * d]),
    operation(tie('made'), ['-', '\u2212'], ([a, b], [c, d]) => [a * d - c * b, b * d]),
    operation(tie('made'), ['*', '×'], ([a, b], [c, d]) => [a * c, b * d]),
    operation(tie('made'), ['/', '÷'], ([a, b], [c, d]) =>
      c === 0n ? undefined : c < 0n ? [-a * d, -b * c] : [a * d, b * c],
    ),
    tie('made').map(({ write, value }) => ({
      write: (language: Language) => `(-${enclosed(write(language))})`,
      value: value && ([-value[0], value[1]] as const),
    })),
    tie('made').map(({ write, value }) => ({
      write: (language: Language) => `${enclosed(write(language))}%`,
      value: value && ([value[0], value[1] * 100n] as const),
    })),
    fc
      .tuple(fc.array(tie('made'), { minLength: 2, maxLength: 4 }), fc.constantFrom('sum', 'Summa'))
      .map(([given, name]) => ({
        write: (language: Language) =>
          `${name}(${given.map(({ write }) => write(language)).join(';')})`,
        value: given
          .map(({ value }) => value)
          .reduce((sum, one) => sum && one && [sum[0] * one[1] + one[0] * sum[1], sum[1] * one[1]]),
      })),
    fc
      .tuple(tie('made'), fc.integer({ min: -3, max: 4 }), fc.constantFrom('ROUND', 'AVRUNDA'))
      .map(([{ write, value }, places, name]) => ({
        write: (language: Language) => `${name}(${write(language)}; ${places})`,
        value: value && roundDigits(value, places),
      })),
  ),
}))

function operation(
  part: fc.Arbitrary<Made>,
  signs: readonly string[],
  value: (
    left: readonly [bigint, bigint],
    right: readonly [bigint, bigint],
  ) => readonly [bigint, bigint] | undefined,
): fc.Arbitrary<Made> {
  return fc.tuple(part, gap, fc.constantFrom(...signs), gap, part).map(([a, x, sign, y, b]) => ({
    write: (language) =>
      `${enclosed(a.write(language))}${x}${sign}${y}${enclosed(b.write(language))}`,
    value: a.value && b.value && value(a.value, b.value),
  }))
}

const enclosed = (text: string): string => (/^[\d\u00a0,]+$/.test(text) ? text : `(${text})`)

/** By digits rather than by division: another way than the evaluator's. */
function roundDigits([a, b]: readonly [bigint, bigint], places: number): readonly [bigint, bigint] {
  const size = a < 0n ? -a : a
  const shift = 10n ** BigInt(Math.abs(places))
  const [top, bottom] = places < 0 ? [size, b * shift] : [size * shift, b]
  let whole = top / bottom
  if ((top % bottom) * 2n >= bottom) whole += 1n
  const signed = a < 0n ? -whole : whole
  return places < 0 ? [signed * shift, 1n] : [signed, shift]
}

const languages = fc.constantFrom<Language>('sv', 'en')

describe('formulas', () => {
  it('are worth what their calculation is, in both languages', () => {
    fc.assert(
      fc.property(made, languages, fc.nat({ max: 2 }), ({ write, value }, language, places) => {
        const text = `=${write(language)}`
        fc.pre(text.length <= 300)
        const run = () => calculateFormula(text, { language, places })
        if (!value) return void expect(run).toThrow('DIVISION_BY_ZERO')
        const [top, bottom] = roundDigits(value, places)
        const scaled = Number((top * 10n ** BigInt(places)) / bottom)
        if (Number.isSafeInteger(scaled)) expect(run()).toBe(scaled)
        else expect(run).toThrow('TOO_LARGE')
      }),
      { numRuns: 2_000 },
    )
  }, 30_000)

  it('that are cut off or changed are calculated or refused with a place, never anything else', () => {
    const anything = fc.oneof(
      fc.constantFrom(...' ,.;()%+-*/=\u00a0\u2212×÷09aSUMMA#€😀', 'SUM(', ',5', '1.234'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    fc.assert(
      fc.property(
        made,
        languages,
        anything,
        fc.nat(),
        fc.nat(4),
        (one, language, other, n, cut) => {
          const whole = one.write(language)
          const at = n % (whole.length + 1)
          expectSound(`=${whole.slice(0, at)}`, language)
          expectSound(`=${whole.slice(0, at)}${other}${whole.slice(at + cut)}`, language)
        },
      ),
      { numRuns: 2_000 },
    )
  }, 30_000)

  it('of any characters at all are calculated or refused with a place', () => {
    const soup = fc.string({
      unit: fc.constantFrom(...'0123456789 .,;()%+-*/sumround'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(soup, languages, (text, language) => expectSound(`=${text}`, language)),
      { numRuns: 2_000 },
    )
  }, 30_000)
})

function expectSound(text: string, language: Language): void {
  try {
    expect(Number.isSafeInteger(calculateFormula(text, { language, places: 2 }))).toBe(true)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { reason, position } = error.details
    expect(error.code).toBe('BAD_FORMULA')
    expect(formulaReasons).toContain(reason)
    expect(position).toBeGreaterThanOrEqual(0)
    expect(position).toBeLessThanOrEqual(text.length)
  }
}
