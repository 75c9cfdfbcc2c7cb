import type { KeyInWordsFragment } from '@andel/schema/operations'
import type { useText } from '../text/useText.ts'

type Words = Pick<ReturnType<typeof useText>, 't' | 'counted' | 'count' | 'date' | 'percent'>
type Basis = KeyInWordsFragment['bases'][number]

/** What a distribution key does, one sentence for each of: what weighs, how shares and amounts are rounded, what is left over. */
export function keyInWords(key: KeyInWordsFragment, words: Words): string[] {
  const { t } = words
  return [
    whatWeighs(key.bases, words),
    ...(key.shareStep === 'NONE' ? [] : [t(`agreement.shareStep${key.shareStep}`)]),
    t(`agreement.amountStep${key.amountStep}`),
    t(`agreement.residual${key.residualRule}`, { name: key.named?.name ?? '' }),
  ]
}

function whatWeighs(bases: readonly Basis[], words: Words): string {
  const [only] = bases
  if (only && bases.length === 1) {
    return words.t('agreement.wholly', { basis: basisInWords(only, words) })
  }
  const parts = bases.map((basis) =>
    words.t('agreement.blendPart', {
      percent: words.percent(String(basis.percent)),
      basis: basisInWords(basis, words),
    }),
  )
  return words.t('agreement.blend', { parts: parts.join('; ') })
}

function basisInWords(basis: Basis, words: Words): string {
  const { t, count } = words
  const floor = basis.floor ? t('agreement.floor', { n: count(basis.floor) }) : ''
  return weightInWords(basis, words) + floor
}

function weightInWords(basis: Basis, { t, date, percent }: Words): string {
  switch (basis.kind) {
    case 'POPULATION':
      return t('agreement.byPopulation', { date: basis.on ? date(basis.on) : '' })
    case 'EQUAL':
      return t('agreement.byEqual')
    case 'FIXED': {
      const list = (basis.percentages ?? []).map(
        (fixed) => `${fixed.municipality.name} ${percent(fixed.percent)}`,
      )
      return t('agreement.byFixed', { list: list.join(', ') })
    }
    case 'USE':
      return t('agreement.byUse', {
        statistic: basis.statistic ?? '',
        period: basis.period ?? '',
        source: basis.source ?? '',
      })
  }
}
