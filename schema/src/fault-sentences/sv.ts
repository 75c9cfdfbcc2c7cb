import type { FaultCode } from '../fault.ts'

/** A sentence for everything Andel refuses: what is wrong, then what to do. */
export const sv: Record<FaultCode, string> = {
  BAD_AMOUNT:
    'Beloppet är för stort eller har mer än två decimaler. En rad kan vara högst 100 000 000 000 kr.',
  BAD_NUMBER: 'Talet går inte att läsa entydigt. Skriv till exempel 12 600 eller 12 600,50.',
  BAD_WEIGHT: 'Ett underlag är negativt, inte ett heltal eller för stort. Rätta uppgiften.',
  NO_WEIGHT: 'Ingen deltagare har något underlag att fördela efter.',
  BAD_PERCENTAGES: 'Procentsatserna ska tillsammans bli exakt 100.',
  BAD_KEY: 'Fördelningsnyckeln motsäger sig själv. Se över grund och avrundning.',
  NOT_A_PARTICIPANT: 'Kommunen deltar inte och kan därför inte bära någon kostnad.',
  NO_PARTICIPANT: 'Alla deltagare är undantagna, så det finns ingen att fördela på.',
  DUPLICATE_PARTICIPANT: 'Samma kommun förekommer mer än en gång.',
  POPULATION_MISSING: 'Folkmängd saknas för en deltagare på nyckelns mätdatum.',
  STATISTIC_MISSING: 'En deltagare saknar värde i den statistik som nyckeln bygger på.',
  UNKNOWN_KEY: 'Raden hänvisar till en fördelningsnyckel som inte finns i budgeten.',
  BAD_WORKLOAD: 'Antalet tjänster ska vara 0 till 1 000, med högst två decimaler.',
  BAD_MONTHS: 'Antalet månader ska vara 0 till 12, med högst en decimal.',
  BAD_DATE: 'Datumet finns inte. Skriv det som år-månad-dag, till exempel 2022-06-03.',
  BAD_TERM:
    'Sista dagen ska inte komma före första, och båda ska ligga inom avtalets giltighetstid.',
  BAD_TEXT: 'Texten är tom eller för lång.',
  BAD_FORMULA: 'Uträkningen går inte att läsa. Skriv till exempel =6*50000.',
  CANNOT_SOLVE: 'Det du söker kan inte ge det belopp du vill ha.',
  AMOUNT_IS_CALCULATED:
    'Beloppet räknas fram ur tjänstgöringsgrad, månader och månadskostnad. Ändra dem i stället.',
  BAD_INHABITANTS: 'Antalet invånare ska vara ett heltal från 0 till 100 000 000.',
  SOURCE_MISSING: 'Ange varifrån uppgiften kommer.',
  KEY_IN_USE: 'Fördelningsnyckeln används och kan inte tas bort.',
  UNKNOWN_LINE: 'Raden finns inte i budgeten.',
  LINE_REMOVED: 'Raden har tagits bort av någon annan.',
  NOTHING_TO_RESTORE: 'Det finns ingen sådan borttagen rad att ta tillbaka.',
  BAD_MOMENT:
    'Ange en tidpunkt, ett ändringsnummer eller en namngiven version, och bara ett av dem. Det får inte ligga framåt i tiden.',
  UNKNOWN_VERSION: 'Ändringen bygger på en version som inte finns. Läs in sidan igen.',
  FILE_KIND: 'Filen är av ett annat slag än det som kan läsas här.',
  FILE_EMPTY: 'Filen är tom.',
  FILE_BROKEN: 'Filen är skadad och går inte att läsa. Spara den på nytt och försök igen.',
  FILE_TOO_LARGE:
    'Filen är för stor. Den får vara högst 10 MiB, och högst 50 MiB när den packats upp.',
  FILE_TOO_SLOW: 'Filen tar för lång tid att läsa. Ta bort det som inte behövs och försök igen.',
  FILE_LOCKED:
    'Filen har lösenord eller är sparad i det gamla formatet .xls. Spara den som .xlsx utan lösenord.',
  FILE_MACROS: 'Filen innehåller makron. Spara den som .xlsx utan makron.',
  FILE_LINKS:
    'Filen har länkar till andra filer, anslutningar eller inbäddade objekt. Ta bort dem och spara på nytt.',
  FILE_UNSAFE: 'Filen är uppbyggd på ett sätt som inte är säkert att läsa.',
  FILE_NOT_OURS:
    'Filen är inte en arbetsbok som exporterats härifrån, eller så är dess dolda blad borttaget.',
  FILE_OTHER_BUDGET: 'Filen är exporterad från en annan budget.',
  CELL_IS_FIXED: 'Cellen räknas fram eller är fast, och läses inte in.',
  NOT_A_TABLE: 'Frågan kan inte bli en tabell.',
  CHANGED_MEANWHILE: 'Uppgifterna ändrades medan tabellen lästes. Hämta den igen.',
  NOT_POPULATION: 'Det finns inga invånarantal per kommun här, eller så går de inte att skilja ut.',
  OFFICE_NOT_ALLOWED:
    'Adressen hör inte till någon av de statistikmyndigheter som Andel får fråga. Hämta filen själv och läs in den.',
  OFFICE_SILENT:
    'Statistikmyndigheten svarar inte, eller så saknas nätanslutning. Försök igen, eller hämta filen själv och läs in den.',
  OFFICE_BUSY:
    'Statistikmyndigheten har fått för många frågor. Vänta en stund och försök igen, eller läs in en fil.',
  OFFICE_FAILED:
    'Statistikmyndigheten kunde inte ge uppgifterna. Försök igen senare, eller hämta filen själv och läs in den.',
  UNAUTHENTICATED: 'Logga in först.',
  FORBIDDEN: 'Du har inte behörighet till det.',
  BAD_EMAIL: 'E-postadressen är inte hel. Kontrollera namnet och domänen.',
  BAD_GRANT:
    'Rollen kan inte ges så. Samordnare och analytiker har en samverkan, ekonom en samverkan och en kommun, administratör ingetdera.',
  NOT_A_PARTY: 'Kommunen är inte och har inte varit part i samverkan.',
  OWN_ACCOUNT: 'Det kan du inte göra med ditt eget konto. Be en annan administratör.',
  LAST_ADMIN:
    'Det måste finnas minst en administratör som kan logga in. Ge någon annan den behörigheten först.',
  NOT_LOCAL: 'Personen loggar in hos en annan tjänst och har inget lösenord här.',
  TOO_MANY_TOKENS: 'Du har så många åtkomstnycklar som går. Återkalla någon som inte används.',
  THREAD_FULL: 'Tråden är full. Börja en ny tråd om samma cell.',
  TOO_MANY_VIEWS: 'Du har så många sparade vyer som går. Ta bort någon som inte används.',
  WRONG_TRANSPORT: 'Prenumerationer går över WebSocket, frågor och ändringar över HTTP.',
  NOT_FOUND: 'Det du söker finns inte, eller har tagits bort.',
  ALREADY_EXISTS: 'Det finns redan en sådan.',
  BUDGET_LOCKED: 'Budgeten är låst och kan inte ändras.',
  MUTATION_KEY_REUSED: 'Samma ändring har redan skickats med annat innehåll. Läs in sidan igen.',
  BAD_INPUT: 'Uppgifterna är ofullständiga eller har fel form.',
  DOCUMENT_LIMIT:
    'Frågans text är för stor, för djup eller upprepar sig för mycket. Dela upp den, och sänd listor som variabler.',
  COST_LIMIT:
    'Frågan är för stor. Begär mindre sidor med first, eller färre fält, och hämta resten i flera omgångar.',
}
