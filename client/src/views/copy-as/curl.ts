import { type CopySource, requestBody } from './copy-source.ts'

/** For a shell (sh, bash, zsh): the table as CSV on the standard output. A query takes the token in `ANDEL_TOKEN`. */
export function asCurl(source: CopySource): string {
  if (source.view) {
    const { address, token } = source.view
    return `curl --fail --silent --show-error \\
  --header ${text(`Authorization: Bearer ${token}`)} \\
  ${text(address)}
`
  }
  return `curl --fail --silent --show-error ${text(source.endpoint)} \\
  --header "Authorization: Bearer $ANDEL_TOKEN" \\
  --header 'Content-Type: application/json' \\
  --header 'Accept: text/csv' \\
  --data ${text(JSON.stringify(requestBody(source), undefined, 2))}
`
}

/** A word of the shell: nothing has a meaning between single quotes, and those are put outside. */
function text(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`
}
