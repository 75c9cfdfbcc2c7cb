import type { TableColumnKind } from '@andel/schema/operations'
import { type CopySource, requestBody } from './copy-source.ts'

const types: Record<TableColumnKind, string> = {
  TEXT: 'type text',
  INTEGER: 'Int64.Type',
  MONEY: 'Currency.Type',
  DECIMAL: 'type number',
  PERCENT: 'type number',
  DATE: 'type date',
  DATE_TIME: 'type datetimezone',
  BOOLEAN: 'type logical',
  JSON: 'type text',
}

/** For Excel and Power BI: a query in M that fetches all rows and gives each column its type, whatever the country of the computer. */
export function asPowerQuery(source: CopySource): string {
  const columns = source.columns.map(({ name, kind }) => `{${text(name)}, ${types[kind]}}`)
  return `let${source.view ? '' : `\n    Token = ${text(source.placeholder)},`}
    Source = Csv.Document(
        ${source.view ? fromView(source.view) : fromQuery(source)},
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Typed = Table.TransformColumnTypes(Rows, {
        ${columns.join(',\n        ')}
    }, "en-US")
in
    Typed
`
}

function fromView({ address, token }: NonNullable<CopySource['view']>): string {
  return `Web.Contents(${text(address)}, [Query = [token = ${text(token)}]])`
}

function fromQuery(source: CopySource): string {
  return `Web.Contents(${text(source.endpoint)}, [
            Headers = [
                Accept = "text/csv",
                #"Content-Type" = "application/json",
                Authorization = "Bearer " & Token
            ],
            Content = Text.ToBinary(${text(JSON.stringify(requestBody(source)))})
        ])`
}

const controls: Readonly<Record<string, string>> = { '\r': '#(cr)', '\n': '#(lf)', '\t': '#(tab)' }

/** A text literal of M: quotes are doubled, and `#(` would begin an escape. */
function text(value: string): string {
  const escaped = value
    .replaceAll('#(', '#(#)(')
    .replaceAll('"', '""')
    .replace(/[\r\n\t]/g, (sign) => controls[sign]!)
  return `"${escaped}"`
}
