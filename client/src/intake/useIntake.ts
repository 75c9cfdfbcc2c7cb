import { ReadBudgetFileDocument, type ReadBudgetFileQuery } from '@andel/schema/operations'
import { computed, ref, shallowRef, watch } from 'vue'
import { request } from '../api/index.ts'
import { useText } from '../text/useText.ts'
import { useReadFile } from '../workbook/useReadFile.ts'
import { mappingMemory, type ColumnMeaning } from './mapping-memory.ts'

export type FileProposal = ReadBudgetFileQuery['readBudgetFile']
export type FileRow = FileProposal['rows'][number]

/** How the file is read; what is undefined is guessed. */
interface Mapping {
  readonly sheet?: string
  readonly headingRow?: number
  readonly columns?: readonly ColumnMeaning[]
}

export const canBeTaken = ({ kind, problems }: FileRow): boolean =>
  kind === 'LINE' && problems.length === 0

/** A budget from outside: how its file is read, and which of its rows are taken. */
export function useIntake(storage: Storage = localStorage) {
  const { language } = useText()
  const memory = mappingMemory(storage)
  const mapping = shallowRef<Mapping>({})
  const remembered = ref(false)
  const dropped = ref<ReadonlySet<number>>(new Set())

  const ask = async (file: File, how: Mapping): Promise<FileProposal> => {
    const spoken = language.value === 'sv' ? ('SV' as const) : ('EN' as const)
    const answer = await request(ReadBudgetFileDocument, { file, mapping: how, language: spoken })
    return answer.readBudgetFile
  }
  const reading = useReadFile(async (file) => {
    const found = await ask(file, mapping.value)
    const known = mapping.value.columns ? undefined : memory.recall(found.signature)
    const fits = known?.every(({ column }) => column < found.columns.length)
    remembered.value = Boolean(known && fits)
    return known && fits ? ask(file, { ...mapping.value, columns: known }) : found
  })

  const proposal = reading.answer
  const takable = computed(() => proposal.value?.rows.filter(canBeTaken) ?? [])
  const taken = computed(() => takable.value.filter(({ row }) => !dropped.value.has(row)))
  const wrong = computed(
    () => proposal.value?.rows.filter(({ problems }) => problems.length > 0).length ?? 0,
  )
  watch(language, () => void reading.again()) // numbers read otherwise in another language

  function choose(file: File): void {
    mapping.value = {}
    dropped.value = new Set()
    void reading.choose(file)
  }

  /** Reads the file in another way. Another sheet or row of headings has other columns. */
  function change(next: Mapping): void {
    mapping.value = next.columns ? { ...mapping.value, ...next } : next
    dropped.value = new Set()
    void reading.again()
  }

  function setMeaning(column: number, meaning: ColumnMeaning['meaning'] | ''): void {
    const now = proposal.value
    if (!now) return
    const others = now.columns.flatMap((one): ColumnMeaning[] =>
      one.meaning !== null && one.column !== column && one.meaning !== meaning
        ? [{ column: one.column, meaning: one.meaning }]
        : [],
    )
    const columns = meaning === '' ? others : [...others, { column, meaning }]
    memory.remember(now.signature, columns)
    change({ ...(now.sheet !== null && { sheet: now.sheet }), headingRow: now.headingRow, columns })
  }

  function take(rows: readonly FileRow[], on: boolean): void {
    const next = new Set(dropped.value)
    for (const { row } of rows) {
      if (on) next.delete(row)
      else next.add(row)
    }
    dropped.value = next
  }

  return {
    ...reading,
    proposal,
    takable,
    taken,
    wrong,
    remembered,
    choose,
    change,
    setMeaning,
    take,
  }
}

export type Intake = ReturnType<typeof useIntake>
