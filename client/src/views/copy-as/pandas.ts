import { type CopySource, namesOf, requestBody } from './copy-source.ts'

/** For pandas: codes stay texts, dates are dates. A query takes the token in `ANDEL_TOKEN`. */
export function asPandas(source: CopySource): string {
  const read = [
    ...dtype(source),
    ...dates(source),
    '    keep_default_na=False,',
    '    na_values=[""],',
  ].join('\n')
  if (!source.view) {
    return `import io
import json
import os
import urllib.request

import pandas as pd

body = json.loads(${text(JSON.stringify(requestBody(source)))})
request = urllib.request.Request(
    ${text(source.endpoint)},
    data=json.dumps(body).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['ANDEL_TOKEN']}",
        "Content-Type": "application/json",
        "Accept": "text/csv",
    },
)
with urllib.request.urlopen(request) as answer:
    table = answer.read()

df = pd.read_csv(
    io.BytesIO(table),
${read}
)
print(df)
`
  }
  return `import pandas as pd

df = pd.read_csv(
    ${text(source.view.address)},
    storage_options={"Authorization": ${text(`Bearer ${source.view.token}`)}},
${read}
)
print(df)
`
}

function dtype(source: CopySource): string[] {
  const columns = source.columns.flatMap(({ name, kind }) => {
    const type = types[kind]
    return type === undefined ? [] : [`        ${text(name)}: ${type},`]
  })
  return columns.length === 0 ? [] : ['    dtype={', ...columns, '    },']
}

/** Dates are read apart; numbers with decimals as pandas does, as floats. */
const types: Partial<Record<string, string>> = {
  TEXT: 'str',
  JSON: 'str',
  INTEGER: '"Int64"',
  BOOLEAN: '"boolean"',
  MONEY: 'float',
  DECIMAL: 'float',
  PERCENT: 'float',
}

function dates(source: CopySource): string[] {
  const names = namesOf(source, 'DATE', 'DATE_TIME')
  return names.length === 0 ? [] : [`    parse_dates=[${names.map(text).join(', ')}],`]
}

/** A text literal of Python: JSON's escapes mean the same there. */
function text(value: string): string {
  return JSON.stringify(value)
}
