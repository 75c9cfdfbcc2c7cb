import { GraphQLError, GraphQLScalarType } from 'graphql'

/** A file that came with a request. */
export class UploadedFile {
  constructor(
    /** As the sender calls it. For people alone: nothing is decided by it. */
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}
}

export const Upload = new GraphQLScalarType<UploadedFile, never>({
  name: 'Upload',
  description:
    'A file of at most 10 MiB, sent as multipart/form-data in the way of the GraphQL multipart request specification.',
  serialize() {
    throw new GraphQLError('A file is only sent to us.')
  },
  parseValue(value) {
    if (value instanceof UploadedFile) return value
    throw new GraphQLError('A file is sent as multipart/form-data.')
  },
  parseLiteral() {
    throw new GraphQLError('A file is sent as a variable.')
  },
})
