import { BudgetNewsDocument, SheetAgainDocument } from '@andel/schema/operations'
import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { useViewer } from '../../account/useViewer.ts'
import { request } from '../../api/index.ts'
import { lineState, rightsChanges } from '../../api/live/line.ts'
import { subscribe } from '../../api/live/subscribe.ts'
import type { CellPlace } from '../../grid/cell.ts'
import type { OpenSheet } from '../open-sheet.ts'
import type { ScreenRights } from '../rights/useSheetRights.ts'
import { thisTab } from '../saving/this-tab.ts'
import type { SheetVoice } from '../useVoice.ts'
import { ownCells } from './own-cells.ts'
import { PersonColours } from './person-colours.ts'
import { placeWords } from './told-sentence.ts'
import { useNews } from './useNews.ts'
import { usePresence, type Person } from './usePresence.ts'
import { useTold } from './useTold.ts'

interface LiveOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly rights: ScreenRights
  readonly focus: Readonly<Ref<CellPlace | undefined>>
  readonly editing: Readonly<Ref<CellPlace | undefined>>
  readonly spoken: Ref<string>
  readonly hint: Ref<string | undefined>
}

export type LiveSheet = ReturnType<typeof useLive>

/** Milliseconds before what the server has refused is asked for again; and before a line that is away is said to be. */
const patience = 30_000
const grace = 3000

/** What others do in a sheet that is on screen, as they do it, and where they are. */
export function useLive(options: LiveOptions) {
  const { sheet, voice, focus, editing, spoken } = options
  const { saving } = sheet
  const budgetId = sheet.committed.value.id
  const { viewer } = useViewer()
  const me = (): string | undefined => viewer.value?.id
  const colours = new PersonColours()
  const isGone = shallowRef(false)
  let isLeft = false
  let again: ReturnType<typeof setTimeout> | undefined

  const ownNow = computed(() => ownCells(sheet, editing.value))
  const say = (text: string): void => void (spoken.value = text)
  const told = useTold({ sheet, voice, colours, me, own: () => ownNow.value, say })
  const own = () => ({ place: editing.value ?? focus.value, typing: editing.value !== undefined })
  const presence = usePresence({ sheet, colours, me, own })
  const readWhole = async () =>
    (await request(SheetAgainDocument, { id: budgetId })).budget ?? undefined
  const gone = (): void => void (isGone.value = true)
  const news = useNews({ saving, readWhole, told: told.tell, gone })

  // in a past state nobody else is to be seen, and nothing new happens
  let leave = sheet.past ? () => {} : follow()
  function follow(): () => void {
    return subscribe(BudgetNewsDocument, () => ({ budgetId, afterSequence: news.resume() }), {
      next: ({ budgetChanges }) => news.take(budgetChanges),
      ended() {
        void readAgain()
        again = setTimeout(() => (leave = follow()), patience)
      },
    })
  }
  void thisTab().then((tab) => isLeft || sheet.past || presence.start(tab))
  onScopeDispose(() => {
    isLeft = true
    clearTimeout(again)
    leave()
  })

  /** Reads what whoever looks may do now. An answer on its way brings that as well. */
  async function readAgain(): Promise<void> {
    try {
      const answer = await readWhole()
      if (!answer) gone()
      else if (saving.sending.value === undefined) saving.receive(answer)
    } catch {
      // told again when there is a line
    }
  }
  watch(rightsChanges, readAgain)
  useRightsWords(options)
  useTypingNotice(presence.people, options)

  const isAway = useAway()
  watch(isAway, (away) => away && presence.forget())

  function wordsOf({ name, place, typing }: Person): string {
    const where = place && placeWords(place, sheet.figures.shown.value.sheet, voice)
    if (where === undefined) return name
    return voice.t(typing ? 'live.typingAt' : 'live.at', { name, place: where })
  }

  return {
    people: presence.people,
    flashes: told.flashes,
    /** What a cell says of others: who is there, and who has just changed it. */
    titleAt(place: CellPlace): string | undefined {
      if (told.flashes.value.size + presence.people.value.length === 0) return undefined
      const flash = told.flashAt(place)
      const there = presence
        .at(place)
        .map(({ name, typing }) => voice.t(typing ? 'live.typing' : 'live.atHere', { name }))
      if (flash) there.push(voice.t('live.changedBy', { name: flash.name }))
      return there.length > 0 ? there.join('\n') : undefined
    },
    wordsOf,
    /** The line has been away for so long that it is worth saying. */
    isAway,
    /** The sheet is not to be seen any more. */
    isGone,
  }
}

function useAway() {
  const isAway = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    lineState,
    (state) => {
      clearTimeout(timer)
      if (state === 'live') isAway.value = false
      else timer = setTimeout(() => (isAway.value = true), grace)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return computed(() => isAway.value)
}

/** Says what whoever looks may do, when that has become something else while the page was open. */
function useRightsWords({ rights, voice, spoken, hint }: LiveOptions): void {
  watch(rights.key, () => {
    const what = rights.summary.value ?? rights.general() ?? voice.t('live.mayAll')
    hint.value = voice.t('live.rightsChanged', { what })
    spoken.value = hint.value
  })
}

/** Says, once, that somebody else types in the same cell. Nothing is locked. */
function useTypingNotice(
  people: Readonly<Ref<readonly Person[]>>,
  { editing, hint, voice }: LiveOptions,
): void {
  const key = computed(() => {
    const place = editing.value
    const other = place && people.value.find((one) => one.typing && isAt(one, place))
    return other?.name
  })
  watch(key, (name) => {
    if (name !== undefined) hint.value = voice.t('live.alsoTyping', { name })
  })
}

function isAt({ place }: Person, { row, column }: CellPlace): boolean {
  return place?.row === row && place.column === column
}
