import {
  fixedDecimal,
  formatDecimal,
  formatKronor,
  formatNumber,
  type Language,
} from '@andel/schema/money'

/** Öre as kronor: `12 600`, or `12 600,00` where the sheet shows öre; what has öre always shows them. */
export function kronorText(ore: number, language: Language, withOre: boolean): string {
  const known = remembered(language, withOre)
  const text = known.get(ore)
  if (text !== undefined) return text
  const made = formatNumber(formatKronor(ore), {
    language,
    decimals: withOre || ore % 100 !== 0 ? 2 : 0,
  })
  if (known.size > 20_000) known.clear()
  known.set(ore, made)
  return made
}

/** The same with its sign always written, for changes: `+600`, `−600`, `±0`. */
export function changeText(ore: number, language: Language, withOre: boolean): string {
  if (ore === 0) return '±0'
  return (ore > 0 ? '+' : '') + kronorText(ore, language, withOre)
}

/** Per cent of full time as posts: 600 is `6,0`, 75 is `0,75`. */
export function postsText(workload: number, language: Language): string {
  const decimals = workload % 10 === 0 ? 1 : 2
  return formatNumber(fixedDecimal(workload, 2), { language, decimals })
}

/** Tenths of months: 60 is `6`, 65 is `6,5`. */
export function monthsText(tenths: number, language: Language): string {
  return formatNumber(formatDecimal(tenths, 1), { language })
}

export function countText(count: number, language: Language): string {
  return formatNumber(String(count), { language })
}

const known = { sv: [new Map(), new Map()], en: [new Map(), new Map()] }

/** Writing a number exactly takes a microsecond; a sheet writes the same ones over and over. */
function remembered(language: Language, withOre: boolean): Map<number, string> {
  return known[language][withOre ? 1 : 0]!
}
