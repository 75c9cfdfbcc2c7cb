import type { ProposalFragment, SetPopulationInput } from '@andel/schema/operations'

export type Proposal = ProposalFragment
export type ProposedFigure = ProposalFragment['figures'][number]

/** Tells a figure of a proposal from the others. */
export const figureKey = ({ municipality, on }: ProposedFigure): string =>
  `${municipality.code} ${on}`

/** Whether a figure is whoever's who looks to take. */
export const isOurs = ({ municipality }: ProposedFigure): boolean => municipality.maySetPopulation

/** What is taken at first: all that would change something, of those that one may set. */
export function chosenAtFirst({ figures }: Proposal): ReadonlySet<string> {
  const isNews = (figure: ProposedFigure): boolean => figure.state !== 'SAME' && isOurs(figure)
  return new Set(figures.filter(isNews).map(figureKey))
}

export interface ProposalFilter {
  /** Part of a name, or the beginning of a code. */
  readonly text: string
  /** Undefined for all dates. */
  readonly on: string | undefined
  readonly state: ProposedFigure['state'] | 'DIFFERENT' | 'ALL'
}

/** The figures that are looked at. */
export function filtered(
  { figures }: Proposal,
  { text, on, state }: ProposalFilter,
): ProposedFigure[] {
  const sought = text.trim().toLocaleLowerCase('sv')
  return figures.filter(
    (figure) =>
      (on === undefined || figure.on === on) &&
      (state === 'ALL' ||
        (state === 'DIFFERENT' ? figure.state !== 'SAME' : figure.state === state)) &&
      (sought === '' ||
        figure.municipality.name.toLocaleLowerCase('sv').includes(sought) ||
        figure.municipality.code.startsWith(sought)),
  )
}

export const datesIn = ({ figures }: Proposal): string[] => [
  ...new Set(figures.map(({ on }) => on)),
]

export function countOf({ figures }: Proposal, state: ProposedFigure['state']): number {
  return figures.filter((figure) => figure.state === state).length
}

/** Chosen figures as they are stored. */
export function asInput(
  { figures, quality }: Proposal,
  chosen: ReadonlySet<string>,
  source: string,
): SetPopulationInput[] {
  return figures
    .filter((figure) => chosen.has(figureKey(figure)))
    .map(({ municipality, on, inhabitants, before }) => ({
      municipalityCode: municipality.code,
      on,
      inhabitants,
      source,
      quality,
      basedOnRevision: before?.revision ?? 0,
    }))
}
