import { registerEnumType } from 'type-graphql'

/** In the API by name, inside as `@andel/schema` writes languages. */
export enum Language {
  SV = 'sv',
  EN = 'en',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'The language of a text that is made here.',
  valuesConfig: { SV: { description: 'Swedish.' }, EN: { description: 'English.' } },
})
