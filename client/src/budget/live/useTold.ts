import { onScopeDispose, shallowRef, watch } from 'vue'
import type { CellPlace } from '../../grid/cell.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import type { Change } from './change.ts'
import { ownId } from './own-cells.ts'
import type { PersonColours } from './person-colours.ts'
import { toldSentence } from './told-sentence.ts'
import { touchedPlaces } from './touched-places.ts'
import { fresh } from './useFresh.ts'

/** A cell that somebody else has just written in. */
export interface Flash {
  readonly place: CellPlace
  readonly name: string
  readonly colour: number
  /** Tells one from the next in the same cell. */
  readonly turn: number
  /** How many cells were written in at once, where it stands for them all; else 0. */
  readonly count: number
}

interface ToldOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly colours: PersonColours
  /** Global id of whoever looks. */
  readonly me: () => string | undefined
  /** The cells that show what whoever looks wrote, which nobody else's name is put on. */
  readonly own: () => ReadonlySet<string>
  say(sentence: string): void
}

/** Milliseconds that changes are gathered in before they are told aloud. */
const gathering = 1200

export function placeKey({ row, column }: CellPlace): string {
  return `${row}\n${column}`
}

/** What others have just done: cells that flash, and sentences. What whoever looks did in another tab is no news. */
export function useTold({ sheet, voice, colours, me, own, say }: ToldOptions) {
  const flashes = shallowRef<ReadonlyMap<string, Flash>>(new Map())
  let gathered: Change[] = []
  let speaking: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const fading = new Set<ReturnType<typeof setTimeout>>()

  function tell(changes: readonly Change[]): void {
    const others = changes.filter(({ actorId }) => actorId === null || actorId !== me())
    if (others.length === 0) return
    for (const theirs of byActor(others)) flash(theirs)
    gathered.push(...others)
    speaking ??= setTimeout(speak, gathering)
  }

  function flash(changes: readonly Change[]): void {
    const { actor: name, actorId } = changes[0]!
    const colour = colours.of(actorId ?? name)
    const ids = sheet.saving.ids.value
    const now = sheet.figures.shown.value.sheet
    const places = new Map(
      changes
        .flatMap((change) => touchedPlaces(change, now, ids))
        .filter((place) => !own().has(ownId(place)))
        .map((place) => [placeKey(place), place]),
    )
    turn += 1
    const made = new Map<string, Flash>()
    for (const [key, place] of places) {
      const count = made.size > 0 ? 0 : places.size
      made.set(key, { place, name, colour, turn, count })
    }
    flashes.value = new Map([...flashes.value, ...made])
    const timer = setTimeout(() => {
      fading.delete(timer)
      flashes.value = new Map([...flashes.value].filter(([key, one]) => made.get(key) !== one))
    }, fresh)
    fading.add(timer)
  }

  function speak(): void {
    speaking = undefined
    const ids = sheet.saving.ids.value
    const now = sheet.figures.shown.value.sheet
    for (const theirs of byActor(gathered)) say(toldSentence(theirs, now, ids, voice))
    gathered = []
  }

  // not even once it is stored: then it is one's own all the more
  watch(
    own,
    (cells) => {
      const left = [...flashes.value].filter(([, { place }]) => !cells.has(ownId(place)))
      if (left.length < flashes.value.size) flashes.value = new Map(left)
    },
    { flush: 'sync' },
  )

  onScopeDispose(() => {
    clearTimeout(speaking)
    for (const timer of fading) clearTimeout(timer)
  })

  return {
    flashes,
    tell,
    flashAt: (place: CellPlace): Flash | undefined => flashes.value.get(placeKey(place)),
  }
}

function byActor(changes: readonly Change[]): readonly (readonly Change[])[] {
  return [...Map.groupBy(changes, ({ actorId, actor }) => actorId ?? actor).values()]
}
