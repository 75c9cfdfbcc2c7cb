/** Copying, pasting and filling, and what is shown before it is done. */
export const paste = {
  clipboard: {
    RANGES_DO_NOT_MATCH:
      'Flera områden kan kopieras samtidigt bara om de har samma rader eller samma kolumner.',
    cutSeveral: 'Bara ett område i taget kan klippas ut.',
    SEVERAL_RANGES:
      'Markera ett enda område att klistra in i. Bara ett enstaka värde kan gå till flera.',
    NOTHING_TO_PASTE: 'Urklippet är tomt.',
    READ_ONLY: 'Här går det inte att klistra in: cellerna går inte att skriva i.',
    notAllowed: 'Webbläsaren släpper inte fram urklippet från menyn. Tryck {keys} i stället.',
  },

  title: {
    paste: 'Klistra in {n} cell | Klistra in {n} celler',
    move: 'Flytta och ändra {n} cell | Flytta och ändra {n} celler',
    fill: 'Fyll {n} cell | Fyll {n} celler',
    clear: 'Töm {n} cell | Töm {n} celler',
    enter: 'Skriv i {n} cell | Skriv i {n} celler',
    replace: 'Ersätt i {n} cell | Ersätt i {n} celler',
  },
  description: 'Inget är ändrat än. Så här blir det.',
  confirm: {
    paste: 'Klistra in',
    move: 'Flytta',
    fill: 'Fyll',
    clear: 'Töm',
    enter: 'Skriv',
    replace: 'Ersätt',
  },
  confirmAdding: {
    paste: 'Klistra in och lägg till {n} rad | Klistra in och lägg till {n} rader',
    move: 'Flytta och lägg till {n} rad | Flytta och lägg till {n} rader',
    fill: 'Fyll och lägg till {n} rad | Fyll och lägg till {n} rader',
    clear: 'Töm och lägg till {n} rad | Töm och lägg till {n} rader',
    enter: 'Skriv och lägg till {n} rad | Skriv och lägg till {n} rader',
    replace: 'Ersätt och lägg till {n} rad | Ersätt och lägg till {n} rader',
  },

  cell: 'Cell',
  cells: 'Celler som ändras',
  changed: '{n} cell får ett annat värde | {n} celler får ett annat värde',
  same: 'Inga värden ändras: det står samma sak där redan.',
  nothingChanges: 'Inga värden ändras.',
  newLine: 'Ny rad',
  more: 'och {n} till',
  effect: 'Så ändras kommunernas summor, kr',
  cannotCalculate: 'Efter ändringen går det inte att räkna: {reason}',

  unreadable: '{n} cell går inte att läsa | {n} celler går inte att läsa',
  notInList: '”{text}” finns inte i listan. Välj mellan: {choices}.',
  skipUnreadable: 'Hoppa över dem och ta resten',
  chooseSkip: 'Välj att hoppa över dem, eller avbryt och rätta där du kopierade.',
  nothingReadable: 'Inget av det här går att läsa. Avbryt och rätta där du kopierade.',

  addLines: 'Lägg till {n} rad sist i arket | Lägg till {n} rader sist i arket',
  sourceHint: 'Invånarantal rättas. Varifrån kommer uppgifterna? Samma källa anges för alla.',

  displaced:
    '{n} inskrivet belopp ger vika, för raden får en månadskostnad: | {n} inskrivna belopp ger vika, för raderna får en månadskostnad:',
  displacedHint:
    '{n} inskrivet belopp gav vika för Kr/mån. | {n} inskrivna belopp gav vika för Kr/mån.',

  skipped: {
    fixed:
      '{n} cell går inte att skriva i och hoppas över: | {n} celler går inte att skriva i och hoppas över:',
    notTheirs:
      '{n} cell är inte din att ändra och hoppas över: | {n} celler är inte dina att ändra och hoppas över:',
    calculated: '{n} belopp räknas fram och hoppas över: | {n} belopp räknas fram och hoppas över:',
    neverEmpty:
      '{n} cell kan inte vara tom och hoppas över: | {n} celler kan inte vara tomma och hoppas över:',
  },
  skippedHint:
    '{n} cell hoppades över: den går inte att ändra så. | {n} celler hoppades över: de går inte att ändra så.',
  lostRows:
    '{n} rad får inte plats och kommer inte med. | {n} rader får inte plats och kommer inte med.',
  lostColumns:
    '{n} kolumn får inte plats och kommer inte med. | {n} kolumner får inte plats och kommer inte med.',
  passesFolded: 'Rader i hopfällda avsnitt ändras inte. Fäll ut dem om de ska med.',
  arranged: {
    filtered: 'Arket är filtrerat: bara rader som visas ändras.',
    sorted: 'Arket är sorterat: raderna ändras i den ordning de visas.',
    both: 'Arket är filtrerat och sorterat: bara rader som visas ändras, i den ordningen.',
  },

  setting: {
    label: 'Visa förhandsgranskning',
    always: 'alltid',
    overOne: 'över 1 cell',
    overTwenty: 'över 20 celler',
  },
}
