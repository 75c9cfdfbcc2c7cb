import {
  FetchPopulationsDocument,
  ReadPopulationFileDocument,
  type FetchPopulationsInput,
  type PopulationDateKind,
} from '@andel/schema/operations'
import { shallowReadonly, shallowRef } from 'vue'
import { asFailure, request, type Failure } from '../api/index.ts'
import { keepFile } from '../workbook/kept-file.ts'
import type { Proposal } from './proposal.ts'

/** What somebody tells that the figures do not. */
export interface Told {
  readonly dateKind?: PopulationDateKind
  readonly on?: string
}

type Ask = (told: Told) => Promise<Proposal>

/** Figures as a file or an office has them. What there is stays until something else has been read. */
export function useProposal() {
  const proposal = shallowRef<Proposal>()
  const failure = shallowRef<Failure>()
  const pending = shallowRef<'file' | 'office'>()
  const file = shallowRef<string>()
  let newest = 0
  let last: { from: 'file' | 'office'; ask: Ask } | undefined

  async function run(from: 'file' | 'office', ask: Ask, told: Told): Promise<void> {
    const mine = ++newest
    last = { from, ask }
    pending.value = from
    failure.value = undefined
    try {
      const answer = await ask(told)
      if (mine === newest) proposal.value = answer
    } catch (thrown) {
      if (mine === newest) failure.value = asFailure(thrown)
    }
    if (mine === newest) pending.value = undefined
  }

  async function read(chosen: File): Promise<void> {
    file.value = chosen.name
    let kept: File | undefined
    await run(
      'file',
      async (told) => {
        kept ??= await keepFile(chosen)
        const answer = await request(ReadPopulationFileDocument, {
          file: kept,
          dateKind: told.dateKind ?? null,
          on: told.on ?? null,
        })
        return answer.readPopulationFile
      },
      {},
    )
  }

  function fetchFigures(input: FetchPopulationsInput): Promise<void> {
    return run(
      'office',
      async ({ dateKind }) => {
        const sent = { ...input, ...(dateKind && { dateKind }) }
        return (await request(FetchPopulationsDocument, { input: sent })).fetchPopulations
      },
      {},
    )
  }

  return {
    proposal: shallowReadonly(proposal),
    failure: shallowReadonly(failure),
    pending: shallowReadonly(pending),
    file: shallowReadonly(file),
    read,
    fetchFigures,
    /** Asks the same once more, with what has been told. */
    again: (told: Told = {}) => (last ? run(last.from, last.ask, told) : undefined),
    drop: () => (proposal.value = undefined),
  }
}
