import type { TextKey } from '../text/useText.ts'

const units = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const
type Unit = keyof typeof units

/**
 * An ISO 8601 duration of whole days or more in words: `P1Y6M` is "ett år och 6 månader".
 * A text that is no such duration comes back as it is.
 */
export function durationInWords(
  duration: string,
  counted: (key: TextKey, n: number) => string,
  t: (key: TextKey, values?: Record<string, string>) => string,
): string {
  if (!/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/.test(duration)) return duration
  const words = [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, n, unit]) => ({ n: Number(n), unit: unit as Unit }))
    .filter(({ n }) => n > 0)
    .map(({ n, unit }) => counted(`agreement.${units[unit]}`, n))
  const last = words.pop()
  if (last === undefined) return t('agreement.noTime')
  return words.length > 0 ? t('agreement.and', { first: words.join(', '), last }) : last
}
