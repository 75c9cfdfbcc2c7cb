import {
  GraphQLJSON,
  GraphQLISO8601Duration,
  GraphQLLocalDate,
  GraphQLDateTimeISO,
} from 'graphql-scalars'
import { GraphQLError, GraphQLScalarType } from 'graphql'

export { Decimal } from './decimal.ts'
export { Money } from './money.ts'
export { Percent } from './percent.ts'
export { Upload, UploadedFile } from './upload.ts'

const named = (scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), name, description })

/** The same, for values that are texts: anything else is refused before somebody writes it out as one. */
const ofTexts = (scalar: GraphQLScalarType): GraphQLScalarType =>
  new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue(value) {
      if (typeof value !== 'string') throw new GraphQLError(`${scalar.name} is written as a text.`)
      return scalar.parseValue(value)
    },
  })

export const IsoDate = named(
  ofTexts(GraphQLLocalDate),
  'Date',
  'A calendar date, ISO 8601: "2021-12-31".',
)

export const DateTime = named(
  ofTexts(GraphQLDateTimeISO),
  'DateTime',
  'A moment in UTC, ISO 8601: "2022-06-03T09:30:00.000Z".',
)

export const Duration = named(
  ofTexts(GraphQLISO8601Duration),
  'Duration',
  'A length of time, ISO 8601: "P1Y" is one year.',
)

export const Json = named(
  GraphQLJSON,
  'JSON',
  'Any JSON value, in the form the API gives the field elsewhere.',
)
