import { computed, watch } from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import type { GridState } from '../../grid/useGridState.ts'
import type { LiveSheet } from './useLive.ts'
import { placeKey } from './useTold.ts'

/**
 * Dresses the cells where others are, and those that they have just changed.
 *
 * @param refresh - paints single cells anew
 */
export function useLiveCells(
  state: Pick<GridState, 'dress'>,
  { people, flashes }: Pick<LiveSheet, 'people' | 'flashes'>,
  refresh: (rows: readonly string[], columns: readonly string[]) => void,
): void {
  const marks = computed(() => {
    const found = new Map<string, { readonly place: CellPlace; readonly names: string }>()
    for (const [key, { place, colour, turn }] of flashes.value) {
      found.set(key, { place, names: `flash flash-${colour} ${turn % 2 ? 'odd' : 'even'}` })
    }
    for (const { place, colour, typing } of people.value) {
      if (!place) continue
      const key = placeKey(place)
      const before = found.get(key)?.names ?? ''
      const names = `${before} theirs theirs-${colour} ${typing ? 'typing' : ''}`.trim()
      found.set(key, { place, names })
    }
    return found
  })

  state.dress(
    'live',
    computed(() => {
      const now = marks.value
      return now.size > 0 ? (place) => now.get(placeKey(place))?.names : undefined
    }),
  )

  watch(marks, (now, before) => {
    const changed = [...now, ...before].filter(
      ([key]) => now.get(key)?.names !== before.get(key)?.names,
    )
    if (changed.length === 0) return
    const places = changed.map(([, { place }]) => place)
    refresh(
      [...new Set(places.map(({ row }) => row))],
      [...new Set(places.map(({ column }) => column))],
    )
  })
}
