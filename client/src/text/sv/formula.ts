/** Calculations typed in a cell: what is wrong with one, and where. */
export const formula = {
  typedAs: 'Skrevs som {formula}',
  wrong: {
    CHARACTER: 'Tecken {n}: ”{found}” passar inte in i uträkningen.',
    NAME: 'Tecken {n}: ”{found}” går inte att räkna med. Skriv tal, räknetecken, parenteser, SUMMA och AVRUNDA.',
    GROUPS: 'Tecken {n}: ”{found}” har mellanrum eller tecken på fel plats.',
    AMBIGUOUS:
      'Tecken {n}: ”{found}” kan läsas som {first} eller som {second}. Skriv tusental med mellanslag och decimaler med komma.',
    COMMA:
      'Tecken {n}: kommat kan vara ett decimaltecken eller skilja två tal åt. Skriv semikolon mellan talen.',
    VALUE_MISSING: 'Tecken {n}: här saknas ett tal.',
    OPERATOR_MISSING: 'Tecken {n}: här saknas ett räknetecken, till exempel + eller *.',
    BRACKET_MISSING: 'Tecken {n}: här saknas en parentes efter {found}.',
    UNCLOSED: 'Tecken {n}: parentesen avslutas aldrig.',
    UNOPENED: 'Tecken {n}: parentesen har ingen början.',
    SEPARATOR: 'Tecken {n}: semikolon används bara i SUMMA och AVRUNDA.',
    ARGUMENTS: 'Tecken {n}: {found} ska ha ett tal och antalet decimaler, som i AVRUNDA(100/3; 2).',
    PLACES: 'Tecken {n}: antalet decimaler ska vara ett heltal från −15 till 15.',
    DIVISION_BY_ZERO: 'Tecken {n}: det går inte att dividera med noll.',
    TOO_LONG: 'Tecken {n}: uträkningen är för lång. Den får ha högst 300 tecken.',
    TOO_DEEP: 'Tecken {n}: för många parenteser inuti varandra.',
    TOO_LARGE: 'Tecken {n}: talet är för stort.',
  },
}
