import { formatDecimal, formatNumber } from '@andel/schema/money'
import { computed, type ComputedRef } from 'vue'
import { useText } from '../../text/useText.ts'
import { axisUnit } from '../geometry/scale.ts'

/**
 * The labels of an axis of money: in the largest unit that suits all levels, which is written at the outermost.
 *
 * @param levels - in whole öre, rising
 */
export function useAxis(levels: () => readonly number[]): ComputedRef<string[]> {
  const { t, language } = useText()
  return computed(() => {
    const ore = levels()
    const [unit, size] = axisUnit(ore)
    const places = String(size).length - 1
    return ore.map((level, index) => {
      const n = formatNumber(formatDecimal(level, places), { language: language.value })
      return index === ore.length - 1 ? t(`pictures.unit.${unit}`, { n }) : n
    })
  })
}
