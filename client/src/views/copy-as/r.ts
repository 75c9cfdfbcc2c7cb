import type { TableColumnKind } from '@andel/schema/operations'
import { type CopySource, requestBody } from './copy-source.ts'

const classes: Record<TableColumnKind, string> = {
  TEXT: 'character',
  INTEGER: 'integer',
  MONEY: 'numeric',
  DECIMAL: 'numeric',
  PERCENT: 'numeric',
  DATE: 'Date',
  DATE_TIME: 'character',
  BOOLEAN: 'logical',
  JSON: 'character',
}

/** For R: codes stay texts. A view needs nothing but R itself, a query the package httr2 and the token in `ANDEL_TOKEN`. */
export function asR(source: CopySource): string {
  const columns = source.columns.map(({ name, kind }) => `    ${text(name)} = "${classes[kind]}"`)
  const read = `  colClasses = c(
${columns.join(',\n')}
  ),
  check.names = FALSE,
  na.strings = "",
  encoding = "UTF-8"
)
print(df)
`
  if (source.view) {
    const { address, token } = source.view
    return `df <- read.csv(
  url(${text(address)}, headers = c(Authorization = ${text(`Bearer ${token}`)})),
${read}`
  }
  return `library(httr2)

answer <- request(${text(source.endpoint)}) |>
  req_auth_bearer_token(Sys.getenv("ANDEL_TOKEN")) |>
  req_headers(Accept = "text/csv") |>
  req_body_raw(${text(JSON.stringify(requestBody(source)))}, type = "application/json") |>
  req_perform()

df <- read.csv(
  text = resp_body_string(answer),
${read}`
}

/** A text literal of R: JSON's escapes mean the same there. */
function text(value: string): string {
  return JSON.stringify(value)
}
