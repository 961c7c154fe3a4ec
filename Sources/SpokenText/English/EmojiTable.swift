/// What pictures are called where their Unicode name is not what people say.
enum EmojiTable {
  /// A character, and its name.
  static let names = table(
    """
    😃\tgrinning face with big eyes
    😄\tgrinning face with smiling eyes
    😁\tbeaming face
    😆\tsquinting face, laughing
    😅\tgrinning face with sweat
    🤣\trolling on the floor laughing
    😂\tface with tears of joy
    🙂\tslightly smiling face
    🙃\tupside-down face
    😉\twinking face
    😊\tsmiling face with smiling eyes
    😇\tsmiling face with halo
    🥰\tsmiling face with hearts
    😍\theart eyes
    🤩\tstar-struck
    😘\tface blowing a kiss
    ☺\tsmiling face
    😋\tface savoring food
    😛\tface with tongue out
    😜\twinking face with tongue out
    🤪\tzany face
    🤑\tmoney-mouth face
    🤗\thugging face
    🤭\tface with hand over mouth
    🤫\tshushing face
    🤐\tzipper-mouth face
    🤨\tface with raised eyebrow
    😶\tface without mouth
    😬\tgrimacing face
    😪\tsleepy face
    😷\tface with medical mask
    🤒\tface with thermometer
    🤢\tnauseated face
    🤮\tface vomiting
    🤯\texploding head
    🤠\tcowboy hat face
    🥳\tpartying face
    😎\tsmiling face with sunglasses
    🧐\tface with monocle
    😮\tface with open mouth
    😲\tastonished face
    🥺\tpleading face
    😨\tfearful face
    😰\tanxious face with sweat
    😥\tsad but relieved face
    😭\tloudly crying face
    😱\tface screaming in fear
    😤\tface with steam from nose
    😡\tpouting face
    🤬\tface with symbols on mouth
    💀\tskull
    💩\tpile of poo
    😺\tgrinning cat
    🙈\tsee-no-evil monkey
    🙉\thear-no-evil monkey
    🙊\tspeak-no-evil monkey
    ❤\theart
    🖤\tblack heart
    🤍\twhite heart
    🤎\tbrown heart
    💖\tsparkling heart
    💯\thundred points
    👌\tokay hand
    ✌\tvictory hand
    🤞\tcrossed fingers
    🤘\tsign of the horns
    🤙\tcall me hand
    👈\tpointing left
    👉\tpointing right
    👆\tpointing up
    👇\tpointing down
    ☝\tpointing up
    👍\tthumbs up
    👎\tthumbs down
    ✊\traised fist
    👊\toncoming fist
    👏\tclapping hands
    🙌\traising hands
    🙏\tfolded hands
    💪\tflexed biceps
    🖕\tmiddle finger
    👋\twaving hand
    ✋\traised hand
    👀\teyes
    🧠\tbrain
    👶\tbaby
    👦\tboy
    👧\tgirl
    👨\tman
    👩\twoman
    🧑\tperson
    👴\told man
    👵\told woman
    🙅\tperson gesturing no
    🙆\tperson gesturing okay
    🙋\tperson raising hand
    🙇\tperson bowing
    🤦\tperson facepalming
    🤷\tperson shrugging
    👮\tpolice officer
    🕵\tdetective
    👷\tconstruction worker
    🏃\tperson running
    🚶\tperson walking
    💃\twoman dancing
    🕺\tman dancing
    🏊\tperson swimming
    🏄\tperson surfing
    🚴\tperson biking
    🏋\tperson lifting weights
    👪\tfamily
    💏\tkiss
    💑\tcouple with heart
    👫\twoman and man holding hands
    🔥\tfire
    ✨\tsparkles
    ⭐\tstar
    🌟\tglowing star
    ⚡\thigh voltage
    ❄\tsnowflake
    ☀\tsun
    ☁\tcloud
    🌈\trainbow
    🌍\tglobe, Europe and Africa
    🌎\tglobe, Americas
    🌏\tglobe, Asia and Australia
    🐶\tdog face
    🐱\tcat face
    🌹\trose
    🍕\tpizza
    ☕\tcoffee
    🍺\tbeer mug
    🍻\tclinking beer mugs
    🎂\tbirthday cake
    🎉\tparty popper
    🎊\tconfetti ball
    🎄\tChristmas tree
    🎁\tgift
    🏆\ttrophy
    ⚽\tsoccer ball
    🏀\tbasketball
    🏈\tAmerican football
    ✈\tairplane
    🚗\tcar
    🚀\trocket
    🚨\tpolice car light
    ⚠\twarning
    ⛔\tno entry
    🚫\tprohibited
    ✅\tcheck mark
    ❌\tcross mark
    ❗\texclamation mark
    ❓\tquestion mark
    ‼\tdouble exclamation mark
    ⁉\texclamation and question mark
    🔗\tlink
    📌\tpushpin
    📷\tcamera
    📱\tmobile phone
    💻\tlaptop
    📧\te-mail
    ✉\tenvelope
    📞\ttelephone receiver
    🔴\tred circle
    🔵\tblue circle
    ⚫\tblack circle
    ⚪\twhite circle
    🅰\tA
    🅱\tB
    🅾\tO
    🆎\tA B
    🅿\tparking
    🆕\tnew
    🆗\tokay
    🆒\tcool
    🆓\tfree
    🆘\tS O S
    🔟\tten
    🏁\tcheckered flag
    🏳\twhite flag
    🏴\tblack flag
    ♻\trecycling symbol
    ☮\tpeace symbol
    ☯\tyin yang
    ➡\tright arrow
    ⬅\tleft arrow
    ⬆\tup arrow
    ⬇\tdown arrow
    ↗\tup-right arrow
    ↘\tdown-right arrow
    ↙\tdown-left arrow
    ↖\tup-left arrow
    ↔\tleft-right arrow
    ↕\tup-down arrow
    🔙\tback arrow
    ☎\ttelephone
    ™\ttrademark
    💁\tperson tipping hand
    👯\tpeople with bunny ears
    👁\teye
    🗨\tspeech bubble
    💬\tspeech bubble
    ♂\tmale
    ♀\tfemale
    ▶\tplay
    ⏸\tpause
    ⏹\tstop
    ⏭\tnext track
    ⏮\tlast track
    ⏺\trecord
    🔊\tspeaker, high volume
    🔇\tmuted speaker
    🔔\tbell
    🎵\tmusic note
    🎶\tmusic notes
    🎤\tmicrophone
    🎧\theadphones
    🎙\tstudio microphone
    📻\tradio
    📚\tbooks
    📝\tmemo
    ✏\tpencil
    📅\tcalendar
    📈\tchart going up
    📉\tchart going down
    💡\tlight bulb
    ⏰\talarm clock
    ⌛\thourglass
    ⏳\thourglass, running
    """)

  /// What a man, a woman or a person with this thing is.
  static let work = table(
    """
    ⚕\thealth worker
    🎓\tstudent
    🏫\tteacher
    ⚖\tjudge
    🌾\tfarmer
    🍳\tcook
    🔧\tmechanic
    🏭\tfactory worker
    💼\toffice worker
    🔬\tscientist
    💻\ttechnologist
    🎤\tsinger
    🎨\tartist
    ✈\tpilot
    🚀\tastronaut
    🚒\tfirefighter
    🍼\tfeeding a baby
    🎄\tin a Santa hat
    🦯\twith a white cane
    🦼\tin a motorized wheelchair
    🦽\tin a manual wheelchair
    🦰\twith red hair
    🦱\twith curly hair
    🦳\twith white hair
    🦲\twithout hair
    """)

  private static func table(_ tsv: String) -> [UInt32: String] {
    var table: [UInt32: String] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let scalar = fields[0].unicodeScalars.first else { continue }
      table[scalar.value] = String(fields[1])
    }
    return table
  }
}

/// Countries and territories by the two letters of their flag, after ISO 3166-1.
enum RegionTable {
  /// The name behind `flag of`, with its article.
  static func name(_ code: String) -> String? { names[code] }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in tsv.split(separator: "\n") {
      for entry in line.split(separator: ";") {
        let words = entry.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { continue }
        names[String(words[0])] = String(words[1])
      }
    }
    return names
  }()

  private static let tsv = """
    AD Andorra;AE the United Arab Emirates;AF Afghanistan;AG Antigua and Barbuda;AL Albania
    AM Armenia;AO Angola;AQ Antarctica;AR Argentina;AT Austria;AU Australia;AZ Azerbaijan
    BA Bosnia and Herzegovina;BB Barbados;BD Bangladesh;BE Belgium;BF Burkina Faso;BG Bulgaria
    BH Bahrain;BI Burundi;BJ Benin;BM Bermuda;BN Brunei;BO Bolivia;BR Brazil;BS the Bahamas
    BT Bhutan;BW Botswana;BY Belarus;BZ Belize;CA Canada;CD the Democratic Republic of the Congo
    CF the Central African Republic;CG the Republic of the Congo;CH Switzerland;CI Côte d’Ivoire
    CL Chile;CM Cameroon;CN China;CO Colombia;CR Costa Rica;CU Cuba;CV Cape Verde;CY Cyprus
    CZ Czechia;DE Germany;DJ Djibouti;DK Denmark;DM Dominica;DO the Dominican Republic;DZ Algeria
    EC Ecuador;EE Estonia;EG Egypt;ER Eritrea;ES Spain;ET Ethiopia;EU the European Union;FI Finland
    FJ Fiji;FK the Falkland Islands;FM Micronesia;FO the Faroe Islands;FR France;GA Gabon
    GB the United Kingdom;GD Grenada;GE Georgia;GG Guernsey;GH Ghana;GI Gibraltar;GL Greenland
    GM the Gambia;GN Guinea;GQ Equatorial Guinea;GR Greece;GT Guatemala;GU Guam;GW Guinea-Bissau
    GY Guyana;HK Hong Kong;HN Honduras;HR Croatia;HT Haiti;HU Hungary;ID Indonesia;IE Ireland
    IL Israel;IM the Isle of Man;IN India;IQ Iraq;IR Iran;IS Iceland;IT Italy;JE Jersey;JM Jamaica
    JO Jordan;JP Japan;KE Kenya;KG Kyrgyzstan;KH Cambodia;KI Kiribati;KM the Comoros
    KN Saint Kitts and Nevis;KP North Korea;KR South Korea;KW Kuwait;KY the Cayman Islands
    KZ Kazakhstan;LA Laos;LB Lebanon;LC Saint Lucia;LI Liechtenstein;LK Sri Lanka;LR Liberia
    LS Lesotho;LT Lithuania;LU Luxembourg;LV Latvia;LY Libya;MA Morocco;MC Monaco;MD Moldova
    ME Montenegro;MG Madagascar;MH the Marshall Islands;MK North Macedonia;ML Mali;MM Myanmar
    MN Mongolia;MO Macao;MR Mauritania;MT Malta;MU Mauritius;MV the Maldives;MW Malawi;MX Mexico
    MY Malaysia;MZ Mozambique;NA Namibia;NE Niger;NG Nigeria;NI Nicaragua;NL the Netherlands
    NO Norway;NP Nepal;NR Nauru;NZ New Zealand;OM Oman;PA Panama;PE Peru;PG Papua New Guinea
    PH the Philippines;PK Pakistan;PL Poland;PR Puerto Rico;PS Palestine;PT Portugal;PW Palau
    PY Paraguay;QA Qatar;RO Romania;RS Serbia;RU Russia;RW Rwanda;SA Saudi Arabia
    SB the Solomon Islands;SC the Seychelles;SD Sudan;SE Sweden;SG Singapore;SI Slovenia;SK Slovakia
    SL Sierra Leone;SM San Marino;SN Senegal;SO Somalia;SR Suriname;SS South Sudan
    ST São Tomé and Príncipe;SV El Salvador;SY Syria;SZ Eswatini;TD Chad;TG Togo;TH Thailand
    TJ Tajikistan;TL Timor-Leste;TM Turkmenistan;TN Tunisia;TO Tonga;TR Turkey
    TT Trinidad and Tobago;TV Tuvalu;TW Taiwan;TZ Tanzania;UA Ukraine;UG Uganda;UN the United Nations
    US the United States;UY Uruguay;UZ Uzbekistan;VA Vatican City;VC Saint Vincent and the Grenadines
    VE Venezuela;VN Vietnam;VU Vanuatu;WS Samoa;XK Kosovo;YE Yemen;ZA South Africa;ZM Zambia
    ZW Zimbabwe
    """
}
