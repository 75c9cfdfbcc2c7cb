import { Arg, Ctx, Extensions, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { IsoDate, Upload, type UploadedFile } from '../scalars/index.ts'
import { FetchPopulationsInput } from './fetch-populations-input.ts'
import { PopulationDateKind } from './population-date-kind.ts'
import { PopulationProposal } from './population-proposal.ts'
import { proposeFromFile, proposeFromOffice } from './propose-populations.ts'

@Resolver()
export class StatisticsResolver {
  @Extensions({ varies: true })
  @Query(() => PopulationProposal, {
    description:
      'Reads figures of inhabitants from a file of a statistics office: JSON-stat, PX, PxWeb or Kolada JSON, CSV, XLSX. The format is recognised by content. Nothing is stored.',
  })
  readPopulationFile(
    @Arg('file', () => Upload, { description: 'The file that is read.' }) file: UploadedFile,
    @Arg('dateKind', () => PopulationDateKind, {
      nullable: true,
      description: 'On which days the series counts, where the file does not say.',
    })
    dateKind: PopulationDateKind | null | undefined,
    @Arg('on', () => IsoDate, {
      nullable: true,
      description: 'Of which day the figures are, where the file has no time at all.',
    })
    on: string | null | undefined,
    @Ctx() { em, directory }: RequestContext,
  ): Promise<PopulationProposal> {
    return proposeFromFile(em, directory, file, {
      dateKind: dateKind ?? undefined,
      on: on ?? undefined,
    })
  }

  @Extensions({ varies: true })
  @Query(() => PopulationProposal, {
    description:
      'Fetches figures of inhabitants from a statistics office. Nothing is stored. Without network it is refused with OFFICE_SILENT.',
  })
  fetchPopulations(
    @Arg('input', () => FetchPopulationsInput, { description: 'Which figures to list.' })
    input: FetchPopulationsInput,
    @Ctx() { em, directory, offices }: RequestContext,
  ): Promise<PopulationProposal> {
    return proposeFromOffice(em, directory, offices, input)
  }
}
