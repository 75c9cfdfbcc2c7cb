/** What stands in no answer, whatever was asked: a stack, a path of ours, SQL, a name of what is inside. */
const inside: readonly RegExp[] = [
  /\n\s+at .+:\d+:\d+/,
  /node_modules|\/server\/(src|dist)\/|file:\/\/|[A-Za-z]:\\\\/,
  /\b(select|insert into|update|delete from) [`"a-z_]+.* (from|where|values|set) /i,
  /SQLITE_|SqliteError|TypeError|RangeError|ReferenceError|MikroORM|EntityManager|ValidationError:/,
  /Cannot read propert|is not a function|is not iterable|Maximum call stack|\[object Object\]/,
  /INTERNAL_SERVER_ERROR|Internal server error/,
]

/**
 * What is wrong with an answer: what must never be in it. Undefined when nothing is.
 *
 * @param sent - what somebody sends may come back: in an error, or as what was stored
 * @param secrets - texts of what whoever asks has no right to
 */
export function leakIn(
  answer: string,
  sent: string,
  secrets: readonly string[],
): string | undefined {
  const secret = secrets.find((one) => answer.includes(one))
  if (secret !== undefined && !sent.includes(secret)) return `the secret ${secret}`
  const found = inside
    .map((pattern) => pattern.exec(answer)?.[0])
    .find((text) => text !== undefined)
  return found !== undefined && !sent.includes(found.trim()) ? `«${found.trim()}»` : undefined
}
