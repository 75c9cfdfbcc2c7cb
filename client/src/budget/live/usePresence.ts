import {
  BudgetPresenceDocument,
  SetPresenceDocument,
  type BudgetPresenceSubscription,
} from '@andel/schema/operations'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { request } from '../../api/index.ts'
import { lineState } from '../../api/live/line.ts'
import { subscribe } from '../../api/live/subscribe.ts'
import { samePlace, type CellPlace } from '../../grid/cell.ts'
import { columnCode, shareColumn } from '../columns/column-code.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { localId, serverId } from '../sheet/local-ids.ts'
import type { PersonColours } from './person-colours.ts'

type Present = BudgetPresenceSubscription['budgetPresence']['present'][number]

/** Somebody else who is in the budget, in as many tabs as there are. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly colour: number
  /** Where they are; nothing when that is in no cell. */
  readonly place: CellPlace | undefined
  readonly typing: boolean
}

interface PresenceOptions {
  readonly sheet: OpenSheet
  readonly colours: PersonColours
  /** Global id of whoever looks. */
  readonly me: () => string | undefined
  /** Where whoever looks is, and whether typing. */
  readonly own: () => { readonly place: CellPlace | undefined; readonly typing: boolean }
}

/** Milliseconds that a cursor must have rested before it is told. */
const rest = 200

/** Who else is in the budget and where; and tells the others the same of whoever looks. Starts when this tab has its name. */
export function usePresence({ sheet, colours, me, own }: PresenceOptions) {
  const present = shallowRef<readonly Present[]>([])
  const budgetId = sheet.committed.value.id
  let clientId: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let leave: (() => void) | undefined

  const people = computed<readonly Person[]>(() => {
    const others = present.value.filter(
      (one) => one.clientId !== clientId && one.person.id !== me(),
    )
    const byPerson = Map.groupBy(others, ({ person }) => person.id)
    return [...byPerson.values()].map((tabs) => personOf(tabs, sheet, colours))
  })

  function start(tab: string): void {
    clientId = tab
    leave = subscribe(BudgetPresenceDocument, () => ({ budgetId, clientId: tab }), {
      next({ budgetPresence }) {
        present.value = budgetPresence.present
        if (!isTold()) tellSoon() // the server has begun anew, or knew nothing yet
      },
      ended: () => (present.value = []),
    })
  }

  /** As the server has ids. A line that it does not know yet is in no cell. */
  function ownCell(): CellPlace | null {
    const { place } = own()
    const row = place && serverId(place.row, sheet.saving.ids.value)
    const column = place && (columnCode(place.column) ?? place.column)
    return row !== undefined && column !== undefined ? { row, column } : null
  }

  function isTold(): boolean {
    const mine = present.value.find((one) => one.clientId === clientId)
    const isSame = samePlace(mine?.cell ?? undefined, ownCell() ?? undefined)
    return mine !== undefined && isSame && mine.typing === own().typing
  }

  function tellSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(tell, rest)
  }

  async function tell(): Promise<void> {
    if (clientId === undefined || lineState.value !== 'live') return // nobody would be told
    const input = { budgetId, clientId, cell: ownCell(), typing: own().typing }
    await request(SetPresenceDocument, { input }).catch(() => {}) // told again with the next move
  }

  watch([own, sheet.saving.ids], tellSoon)

  /** Nobody is known to be anywhere while there is no line. */
  function forget(): void {
    present.value = []
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    leave?.()
  })

  return {
    start,
    forget,
    people,
    /** Those who have their cursor in a cell. */
    at: (place: CellPlace): readonly Person[] =>
      people.value.filter((person) => samePlace(person.place, place)),
  }
}

/** The tab where somebody types counts, else the first that is in a cell. */
function personOf(tabs: readonly Present[], sheet: OpenSheet, colours: PersonColours): Person {
  const { person, cell, typing } =
    tabs.find((tab) => tab.typing) ?? tabs.find((tab) => tab.cell) ?? tabs[0]!
  const place = cell ? placeOf(cell, sheet) : undefined
  return { id: person.id, name: person.name, colour: colours.of(person.id), place, typing }
}

/** A cell as it is told, with the code of a participant for its column → as it is on this screen. */
function placeOf({ row, column }: CellPlace, { committed, saving }: OpenSheet): CellPlace {
  const isShare = Object.hasOwn(committed.value.names, column)
  return { row: localId(row, saving.ids.value), column: isShare ? shareColumn(column) : column }
}
