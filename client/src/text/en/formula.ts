/** Calculations typed in a cell: what is wrong with one, and where. */
export const formula = {
  typedAs: 'Typed as {formula}',
  wrong: {
    CHARACTER: 'Character {n}: “{found}” does not fit into the calculation.',
    NAME: 'Character {n}: “{found}” cannot be calculated with. Write numbers, operators, parentheses, SUM and ROUND.',
    GROUPS: 'Character {n}: “{found}” has a space or a mark in the wrong place.',
    AMBIGUOUS:
      'Character {n}: “{found}” can be read as {first} or as {second}. Write thousands with a space.',
    COMMA:
      'Character {n}: the comma may be a decimal mark or part two numbers. Write a semicolon between the numbers.',
    VALUE_MISSING: 'Character {n}: a number is missing here.',
    OPERATOR_MISSING: 'Character {n}: an operator is missing here, such as + or *.',
    BRACKET_MISSING: 'Character {n}: a parenthesis is missing here after {found}.',
    UNCLOSED: 'Character {n}: the parenthesis is never closed.',
    UNOPENED: 'Character {n}: the parenthesis has no beginning.',
    SEPARATOR: 'Character {n}: semicolons are used in SUM and ROUND only.',
    ARGUMENTS:
      'Character {n}: {found} takes a number and how many decimals, as in ROUND(100/3; 2).',
    PLACES: 'Character {n}: the number of decimals must be whole, from -15 to 15.',
    DIVISION_BY_ZERO: 'Character {n}: nothing can be divided by zero.',
    TOO_LONG: 'Character {n}: the calculation is too long. It may have 300 characters at most.',
    TOO_DEEP: 'Character {n}: too many parentheses within each other.',
    TOO_LARGE: 'Character {n}: the number is too large.',
  },
}
