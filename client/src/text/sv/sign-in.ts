/** Signing in, set-up, invitations, the own account. */
export const signIn = {
  title: 'Logga in',
  email: 'E-postadress',
  password: 'Lösenord',
  newPassword: 'Nytt lösenord',
  passwordHint: 'Minst 12 tecken. Gärna några ord i följd; mellanslag går bra.',
  showPassword: 'Visa lösenord',
  hidePassword: 'Dölj lösenord',
  submit: 'Logga in',
  with: 'Logga in med {provider}',
  or: 'eller',
  demoTitle: 'Det här är demon',
  demoText:
    'Där Andel startades står en länk för varje roll: administratör, samordnare, ekonom och analytiker. Följ någon av dem. Länkarna gäller tills Andel startas om.',
  linkGone: 'Länken gäller inte längre. Den som gäller står där Andel startades.',
  notSecure:
    'Adressen börjar inte med https, så inloggningen fungerar inte här. Be den som sköter Andel om rätt adress.',
  forgotten: 'Glömt lösenordet? Be den som sköter Andel om en ny inbjudan.',

  ended: 'Du har loggats ut',
  endedText: 'Logga in igen för att spara. Det du har skrivit finns kvar.',
  endedDemo: 'Öppna en av länkarna där Andel startades i en ny flik, och gå sedan vidare här.',
  newTab: 'Logga in i en ny flik',
  continue: 'Jag har loggat in',
  stillOut: 'Ingen är inloggad än.',

  leave: {
    title: 'Du har {n} ändring som inte är sparad | Du har {n} ändringar som inte är sparade',
    text: 'Loggar du ut ligger det kvar i den här webbläsaren tills du loggar in igen. Är datorn inte bara din, ta bort det: då försvinner också dina steg och frågorna i utforskaren härifrån.',
    stay: 'Stanna kvar',
    keep: 'Logga ut',
    forget: 'Ta bort och logga ut',
  },

  setUpTitle: 'Kom igång',
  setUpText:
    'Andel har inga konton än. Här skapar du den första administratören, som sedan lägger till de andra.',
  code: 'Startkod',
  codeHint: 'Står där Andel startades, efter ”set-up code”.',
  name: 'Namn',
  setUp: 'Skapa administratören',
  setUpDone: 'Andel är redan i gång. Logga in med ditt konto.',

  welcomeTitle: 'Välkommen till Andel',
  welcomeText: 'Välj ett lösenord för {email}. Sedan är du inloggad.',
  welcome: 'Spara och logga in',
  invitationGone: 'Inbjudan gäller inte',
  invitationGoneText:
    'Den kan vara använd, äldre än sju dagar eller ersatt av en ny. Be den som bjöd in dig om en ny, eller logga in om du redan har valt ett lösenord.',

  noGrantsTitle: 'Du har ingen behörighet än',
  noGrantsText:
    'Du är inloggad som {name}. Be den som sköter Andel att ge dig en roll i er samverkan, och logga sedan in igen.',

  accountTitle: 'Mitt konto',
  roles: 'Behörighet',
  passwordTitle: 'Lösenord',
  passwordText: 'När du byter lösenord loggas du ut överallt utom här.',
  noPassword: 'Du har inget lösenord i Andel, eftersom du loggar in på annat sätt.',
  current: 'Nuvarande lösenord',
  changePassword: 'Byt lösenord',
  passwordChanged: 'Lösenordet är bytt. Du är utloggad överallt utom här.',

  refused: {
    SIGN_IN_REFUSED: 'E-postadressen eller lösenordet stämmer inte.',
    TOO_MANY_TRIES: 'För många försök. Vänta {n} minut. | För många försök. Vänta {n} minuter.',
    BUSY: 'Många loggar in just nu. Försök igen om en stund.',
    WRONG_CODE: 'Koden stämmer inte. Den byts varje gång Andel startas.',
    WRONG_PASSWORD: 'Det nuvarande lösenordet stämmer inte.',
    BAD_NAME: 'Skriv ditt för- och efternamn.',
    BAD_EMAIL: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    PASSWORD_TOO_SHORT: 'Lösenordet ska ha minst 12 tecken.',
    PASSWORD_TOO_LONG: 'Lösenordet får ha högst 200 tecken.',
    PASSWORD_COMMON:
      'Lösenordet är för vanligt eller enformigt. Välj ett som ingen annan kommer på.',
    PASSWORD_PERSONAL:
      'Lösenordet bygger på ditt namn, din e-postadress eller Andel. Välj ett annat.',
    empty: 'Fyll i fältet.',
  },
}
