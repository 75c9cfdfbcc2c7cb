/**
 * Passwords of at least 12 letters and figures that are tried first, in lower case and without marks: the long ones of public
 * lists, rows of the keyboard, and what Swedish offices come up with. Our own choice; short ones are refused for their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...`123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678910 123456123456
  1234567891011 123456781234 123412341234 121212121212 123123123123 987654321012 098765432109 112233445566 123456789123
  147258369147 111222333444 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc
  q1w2e3r4t5y6 qwertyuiopas qwertyuiopå qwertyuiopåäö qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwerty123456
  qwerty1234567 qwertyqwerty qwerty12345678 123456qwerty asdfghjklöä asdfghjklöäz asdfghjkl123 zxcvbnm12345 zxcvbnmasdfgh
  qazwsxedcrfv qweasdzxc123 asdfasdfasdf abcdefghijkl abcdefghijklm abcdefghijklmnop abcdef123456 abcd1234abcd
  abc123abc123 abc123456789 a1b2c3d4e5f6 aa1234567890 asd123asd123
  passwordpassword password1234 password12345 password123456 password123456789 password2020 password2021 password2022
  password2023 password2024 password2025 password2026 password2027 mypassword123 mypassword1234 thisismypassword
  newpassword1 newpassword123 changemenow1 changemenow123 changeme1234 changeme12345 letmeinletmein letmein12345
  letmein123456 welcomewelcome welcome12345 welcome123456 welcome2024 welcomehome1 administrator administrator1
  administrator123 administratör administratör1 adminadminadmin adminadmin123 admin1234567 admin12345678 admin123456789
  superadmin123 rootrootroot root12345678 iloveyou1234 iloveyou12345 iloveyouiloveyou sunshine1234 princess1234
  football1234 baseball1234 superman1234 trustno1trustno1 correcthorsebatterystaple opensesame123 monkey123456
  dragon123456 master123456 shadow123456 michael12345 computer1234 internet1234 samsung12345 whatever1234
  testtesttest test12345678 testing12345 testtest1234 temporary123 temporarypassword temp12345678 default12345
  guestguestguest user12345678 secret123456 supersecret1 supersecret123 supersecretpassword nosecret1234
  lösenordlösenord lösenord1234 lösenord12345 lösenord123456 lösenord2020 lösenord2021 lösenord2022 lösenord2023
  lösenord2024 lösenord2025 lösenord2026 lösenord2027 losenord1234 losenord12345 losenord123456 losenordlosenord
  mittlösenord mittlösenord1 mittlösenord123 mittlosenord mittlosenord123 hemligthemligt hemligt12345 hemlighet123
  välkommen123 välkommen1234 välkommen2024 välkommen2025 välkommen2026 valkommen123 valkommen1234 valkommen2024
  valkommen2025 valkommen2026 sommar123456 sommaren2024 sommaren2025 sommaren2026 vinter123456 vintern2024 vintern2025
  vintern2026 hösten202024 våren2024våren sverige12345 sverigesverige stockholm123 stockholm1234 göteborg1234
  östersund123 östersund1234 jämtland1234 jämtland2024 jämtland2025 jämtland2026 härjedalen123 strömsund1234
  kommunen1234 kommunkommun kommun123456 kommunen2024 kommunen2025 kommunen2026 regionen1234 samverkan123 samverkan1234
  familjehemscentrum familjehemscentrum1 budget123456 budget202024 budgetbudget budgeten2024 budgeten2025 budgeten2026
  ekonomiavdelningen ekonomi12345 ekonomi123456 ekonomichef1 ekonomichefen socialtjänsten socialtjänst1
  fotboll12345 hejhejhejhej hejsan123456 hejhopp12345 hejsanhoppsan hejpådig1234 jagälskardig jagälskardig1
  sommarsommar blommor12345 kärlekkärlek bajsbajsbajs gullegulle12 solrosen1234 snickarboa12 pippilångstrump
  januari12345 februari1234 september123 september1234 oktober12345 november1234 december1234 måndag123456 fredag123456
  bytlösenord1 bytlösenord123 bytlosenord1 bytmigbytmig standard1234 standardlösenord`
    .split(/\s+/)
    .filter(Boolean),
])
