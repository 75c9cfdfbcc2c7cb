import { LineRemarksDocument, SetRemarkDocument } from '@andel/schema/operations'
import { computed, shallowRef, watch } from 'vue'
import { useViewer } from '../../account/useViewer.ts'
import { request } from '../../api/index.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { localId, serverId } from '../sheet/local-ids.ts'

/** Text by municipality code, by the line's id on this screen. */
type Remarks = ReadonlyMap<string, Readonly<Record<string, string>>>

/** The private remarks of the municipalities of whoever looks. They are no part of the budget: nothing waits for them. */
export function useRemarks({ committed, saving, figures }: OpenSheet) {
  const { grants } = useViewer()
  const told = shallowRef<Remarks>(new Map())
  const budgetId = committed.value.id

  /** Codes of the participants whose remarks whoever looks may see. */
  const readsFor = computed(() => {
    const { service, names } = committed.value
    const own = grants.value.flatMap(({ role, jointService, municipality }) => {
      const isSeen = role === 'FINANCE_OFFICER' || role === 'ANALYST'
      return isSeen && jointService?.slug === service.slug && municipality ? municipality.code : []
    })
    return [...new Set(own)].filter((code) => names[code] !== undefined)
  })

  /** Remarks are worth nothing without the sheet: when they cannot be had, the sheet stands without them. */
  async function load(): Promise<void> {
    const { budget } = await request(LineRemarksDocument, { budgetId }).catch(() => ({
      budget: null,
    }))
    const lines = budget?.lines.filter(({ remarks }) => remarks.length > 0) ?? []
    told.value = new Map(
      lines.map(({ id, remarks }) => [
        localId(id, saving.ids.value),
        Object.fromEntries(remarks.map(({ municipality, text }) => [municipality.code, text])),
      ]),
    )
  }

  watch(
    () => readsFor.value.join(),
    (codes) => codes && void load(),
    { immediate: true },
  )

  function of(lineId: string): Readonly<Record<string, string>> {
    return told.value.get(lineId) ?? {}
  }

  /**
   * Writes a remark; an empty text removes it.
   *
   * @throws {Failure} when the server did not take it; then nothing has changed
   */
  async function write(lineId: string, code: string, text: string): Promise<void> {
    const id = serverId(lineId, saving.ids.value) ?? lineId
    const input = { lineId: id, municipalityCode: code, text }
    const { setRemark } = await request(SetRemarkDocument, { input })
    const others = Object.entries(of(lineId)).filter(([of]) => of !== code)
    const own = setRemark.remark ? [[code, setRemark.remark.text] as const] : []
    const now = Object.fromEntries([...others, ...own])
    told.value = new Map([...told.value, [lineId, now]])
  }

  return {
    /** Changes whenever a remark does. */
    told,
    readsFor,
    of,
    write,
    /** Whether the server knows the line, so that a remark can be put on it. */
    isKnown: (lineId: string): boolean =>
      figures.saved.value.rows.has(lineId) && serverId(lineId, saving.ids.value) !== undefined,
  }
}
