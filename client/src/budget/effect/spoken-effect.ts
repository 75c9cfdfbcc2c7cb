import type { MunicipalityCode } from '@andel/schema/allocation'
import type { LineFigures } from '@andel/schema/budget'
import { kronorText } from '../cells/number-text.ts'
import { changedLines, type SheetView } from '../figures/sheet-view.ts'
import type { SheetVoice } from '../useVoice.ts'
import { effectOf } from '../../allocation/effect.ts'

/**
 * What a recalculation did, to be said aloud: one municipality, how many shares are others now, and the sum.
 * About the line where one line was changed, else about the whole budget.
 *
 * @param code - the municipality to tell of; when it bears what it did before, the one whose part changed most
 * @returns `undefined` when no share was changed
 */
export function spokenEffect(
  before: SheetView,
  after: SheetView,
  code: MunicipalityCode | undefined,
  voice: Pick<SheetVoice, 't' | 'counted' | 'language'>,
): string | undefined {
  const ids = touched(before, after)
  const lines = ids.map((id) => [before.rows.get(id)?.figures, after.rows.get(id)?.figures])
  const [one] = ids
  const isOne = ids.length === 1 && one !== undefined && after.rows.has(one)
  if (isOne && after.rows.get(one)?.figures?.fault) return voice.t('effect.spoken.fault')

  const count = lines.reduce((sum, [old, now]) => sum + changedShares(old, now), 0)
  if (count === 0) return undefined
  const effect = effectOf(before.figures, after.figures, isOne ? new Set([one]) : undefined)
  const size = (row: (typeof effect.rows)[number]): number => Math.abs(row.after - row.before)
  const own = effect.rows.find((row) => row.code === code && size(row) > 0)
  const row = own ?? effect.rows.toSorted((a, b) => size(b) - size(a))[0]
  if (!row) return undefined

  const parts = { name: after.sheet.names[row.code] ?? row.code, ...moved(row, voice) }
  const shares = voice.counted('effect.spoken.shares', count)
  const sum = spokenKronor(effect.after, voice)
  return voice.t(isOne ? 'effect.spoken.line' : 'effect.spoken.budget', { ...parts, shares, sum })
}

/** Lines that were added, removed or calculated anew. */
function touched(before: SheetView, after: SheetView): readonly string[] {
  const changed = changedLines(before, after) ?? [...after.rows.keys()]
  const removed = [...before.rows.keys()].filter((id) => !after.rows.has(id))
  const isOther = (id: string): boolean =>
    before.rows.get(id)?.figures !== after.rows.get(id)?.figures
  return [...changed.filter(isOther), ...removed]
}

function changedShares(old: LineFigures | undefined, now: LineFigures | undefined): number {
  const length = Math.max(old?.shares.length ?? 0, now?.shares.length ?? 0)
  let count = 0
  for (let i = 0; i < length; i++) if ((old?.shares[i] ?? 0) !== (now?.shares[i] ?? 0)) count += 1
  return count
}

function moved(
  row: { readonly before: number; readonly after: number },
  voice: Pick<SheetVoice, 't' | 'language'>,
) {
  const change = row.after - row.before
  const way = change === 0 ? 'same' : change > 0 ? 'up' : 'down'
  return {
    kronor: spokenKronor(row.after, voice),
    way: voice.t(`effect.spoken.${way}`, { kronor: spokenKronor(Math.abs(change), voice) }),
  }
}

/** Kronor without a sign: a minus is read as a hyphen, or not at all. */
export function spokenKronor(
  ore: number,
  { t, language }: Pick<SheetVoice, 't' | 'language'>,
): string {
  const text = kronorText(Math.abs(ore), language, false)
  return ore < 0 ? t('effect.spoken.minus', { kronor: text }) : text
}
