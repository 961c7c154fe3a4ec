/// English words by what they do, for the titles of chapters.
///
/// Closed classes are complete; of verbs those are listed that are rarely nouns, because most
/// others (`study`, `surge`, `review`) are nouns more often than not in a title.
enum EnglishWordLists {
  static let determiners = """
    a an the this that these those my your his her its our their some any each every no another both
    all either neither whose such half several many few most much more less fewer enough
    """

  static let connectors = """
    of in for on and with from between behind about vs versus or at over under against through
    during after before without within across among around into toward towards beyond via upon by
    amid onto
    """

  static let pronouns = """
    i you he she it we they me him us them who whom which what myself yourself himself herself
    itself ourselves yourselves themselves someone somebody anyone anybody everyone everybody noone
    nobody something anything everything nothing one ones mine yours ours theirs
    """

  static let auxiliaries = """
    is are was were be been being am has have had having do does did doing done will would shall
    should can could may might must cannot gonna wanna gotta ain't let's ought dare
    """

  static let functionWords = """
    but if because while although though since unless until when where why how whether as than like
    per not nor so then else etc eg ie e.g i.e et al yes yeah yep okay ok oh uh um hmm well hey hi
    hello bye please thanks thank sorry wow cool right sure hmm mm mhm gosh god alright laughter
    laughs music crosstalk unintelligible inaudible out up down off away back along apart aside
    despite except regarding concerning according due whereas whereby wherein hence thus lol plus minus
    past outside inside
    """

  static let adverbs = """
    very really quite just also too now here there however moreover furthermore therefore
    nevertheless nonetheless instead rather almost already always never often sometimes usually
    still yet again once twice soon later today tomorrow yesterday maybe perhaps indeed even only
    ever else far further forward together everywhere anywhere somewhere nowhere meanwhile
    otherwise likewise afterwards anyway anyways somehow somewhat pretty kinda sorta way
    consequently additionally finally firstly secondly lastly overnight online next first last
    elsewhere alone anymore straight everyday someday ahead
    """

  /// Words that fill the place of a noun or an adjective without saying much.
  static let vague = """
    thing things stuff hour hours minute minutes second seconds percent percentage
    ton tons segment sense session subject body favor fan door location locations lot lots bit kind kinds sort sorts way ways time times day days week weeks
    month months year years moment moments people person folks guy guys someone man men woman women
    point points case cases part parts place places fact facts example examples number numbers
    question questions answer answers idea ideas reason reasons end start beginning rest side sides
    piece pieces couple bunch amount level levels form forms type types area areas aspect aspects
    group groups set sets issue issues matter matters episode episodes show shows podcast listener
    listeners chapter chapters text page pages discussion discussions something evidence fit
    recent new major key main important crucial critical good great better best bad worse worst big
    small large long short high higher low lower old young early late real full whole little own
    same other different various certain particular specific general potential possible likely
    interesting nice fun simple easy hard difficult true clear compelling current existing
    additional numerous multiple entire single two three four five six seven eight nine ten hundred
    thousand million billion dozen significant groundbreaking exciting amazing fascinating awesome
    wonderful incredible comprehensive today's first second third last next least previous following
    imagine recently core overall prior initial ready desperate truly need needs finding findings
    result results impact role change changes opportunity use version versions ability abilities
    notion usage sign signs factor factors majority explanation perspective perspectives sentence
    biggest hardest easiest phenomenal based related basically obviously definitely totally
    literally honestly favorite favourite regular tough middle member members being beings
    """

  static let adjectives = """
    able available aware bigger brief broad cheap clean clever cold complex dark deep deeper dense
    dry durable eager easier empty false familiar fast faster final fine firm flat free frequent
    fresh friendly happy harder healthier healthy heavy hidden honest hot huge intense keen larger
    lasting late latest light likely lively lonely loose loud lucky mere mild modern narrow nearby
    nervous noisy odd ongoing open plain poor popular powerful precise prone proper proud pure
    quick quiet rapid rare raw ready rich rough round sad safe safer secure separate serious severe
    sharp silent similar slow smaller smart smooth soft solid spare stable steady steep strange
    strict strong stronger sudden sufficient tall thick thin tight tiny tired total tough unclear
    unable uncertain uniform unique unknown unlikely upper useful usual vast vivid warm weak weaker
    wet wide wild willing wise wrong younger profound modest robust subtle blind
    """

  /// Nouns whose endings look like those of other classes.
  static let nouns = """
    family supply reply assembly anomaly ally bully fly july italy monopoly belly jelly
    trial animal hospital signal journal material goal manual ritual rival festival capital
    individual professional chemical deal proposal interval mammal metal pedal portal terminal
    principal appeal arrival approval survival removal denial dial disposal withdrawal retrieval
    rehearsal reversal renewal tutorial editorial memorial potential mental criminal cereal crystal
    topic music clinic critic fabric logic magic mechanic metric panic picnic republic statistic
    traffic tonic epidemic pandemic comic ethic arithmetic rhetoric antibiotic psychedelic
    anesthetic placebo narrative archive perspective objective initiative alternative incentive
    detective executive archive native relative adjective motive olive drive hive dive representative
    library dictionary boundary diary summary salary primary secondary glossary commentary
    documentary secretary vocabulary anniversary elephant plant infant participant assistant
    consultant restaurant merchant giant warrant grant variant mutant pollutant antidepressant
    transplant merchant elephant table cable variable vegetable syllable vocable vowel dish fish
    wish english spanish business illness wellness fitness awareness building training learning
    meeting feeling ceiling evening morning being thing string spring king ring wing engineering
    marketing programming timing meaning funding hearing painting writing reading processing
    computing testing housing clothing wedding bedding breeding conditioning mapping sampling
    beginning understanding parenting gaming coaching screening imaging dosing ageing aging
    sibling darling duckling offspring seed feed speed breed weed bed shed sled hundred exposure
    interest request contest protest harvest conquest inquest bequest pretest behest northwest
    southwest budapest rainforest pinterest everest headrest tempest disinterest
    """

  static let verbs = """
    achieve acquire adapt adjust admit adopt advise affect afford agree allow announce appear apply
    appreciate argue arise arrange arrive ask assess assume attend avoid become begin behave believe
    belong bother bring build buy calculate call carry celebrate choose claim clarify combine come
    communicate compare compete complain complete conclude confirm connect consider consist
    constitute contain continue contribute convince create decide declare define deliver demonstrate
    deny depend derive describe deserve destroy detect determine develop differ disagree disappear
    discover discuss distinguish divide dive earn eat elicit emerge emphasize employ enable
    encourage engage enhance enjoy ensure enter establish evaluate examine exist expand expect
    explain explore expose express extend facilitate fail fall feel fill find fit follow forget
    found gain gather generate get give go grow happen hear help identify ignore illustrate imagine imply
    improve include incorporate indicate induce inform inhibit insist inspire install intend
    introduce invent investigate invite involve join keep know learn leave lend let lie listen lose
    maintain make manage mean meet mention modulate modify motivate move observe obtain occur open
    operate organize overcome overlap owe participate pay perceive perform persist persuade pick
    possess predict prefer prepare prescribe preserve prevent proceed promote propose protect prove
    provide publish put quit raise react read realize receive recognize recommend reconsolidate
    recover reduce refer reflect rely remain remember remind remove repeat replace represent require
    resolve respond reveal save say see seek seem sell send serve settle sit solve speak spend stay
    strengthen submit succeed suffer suggest summarize suppose surround survive take teach tell tend
    thank think throw treat try undergo underlie underscore understand unlearn unlock vary want
    weaken write reclaim rewrite override synthesize
    """

  static let irregularVerbs = """
    became began begun bought brought built came chose chosen dealt drew drawn drove driven ate
    eaten fell fallen felt fought found flew flown forgot forgotten gave given got gotten went gone
    grew grown heard held hid hidden hit hurt kept knew known laid led left lent lost made meant met
    paid put quit ran rose risen said sat saw seen sent set shook shown shot shut slept sold spent
    spoke spoken spread stood stole stolen struck stuck swept swum taken took taught told thought
    threw thrown understood woke won wore worn wound written wrote underway undergone
    works helps wants talks looks starts stops tries uses runs walks stays lives loves hates hopes
    wishes waits turns saying getting doing going having taking coming putting trying wanting
    looking talking thinking telling asking knowing seeing giving keeping letting seeming using
    starting used started stopped wanted looked talked tried helped worked turned moved lived
    stayed loved hoped wished waited called named happening saying needing wanting calling
    """

  /// Figures of speech that are said of anything, by the words of theirs that mean something.
  static let idioms = """
    rabbit hole
    ball game
    ball park
    silver bullet
    silver lining
    low-hanging fruit
    hanging fruit
    big picture
    deep dive
    devil advocate
    elephant room
    tip iceberg
    chicken egg
    can worms
    worms
    table stakes
    skin game
    leap faith
    uphill battle
    slippery slope
    double-edged sword
    edged sword
    gray area
    grey area
    muddy waters
    rule thumb
    pain points
    sweet spot
    light bulb
    aha moment
    gray hair
    grey hair
    summer child
    sweet summer child
    rocket science
    rocket surgery
    cup tea
    dark side
    food thought
    icing cake
    cherry top
    nutshell
    heads tails
    back burner
    bad rap
    black magic
    secret sauce
    shout-out
    awkward silence
    perfect storm
    comfort zone
    common sense
    tough pill
    heavy lifting
    huge chip
    chip shoulder
    building blocks
    hot take
    first glance
    mixed bag
    no-brainer
    brainer
    middle ground
    playing field
    level playing field
    tool belt
    battle scars
    war stories
    war story
    breath fresh air
    fresh air
    long story
    long shot
    short notice
    spare time
    fly wall
    shoulders giants
    other hand
    question mark
    good luck
    good morning
    peace mind
    point view
    nail head
    worst nightmare
    record straight
    beast
    """

  static let givenNames = """
    aaron adam alan albert alex alexander alice allison amanda amy andrea andrew andy angela anita
    ann anna anne anthony arthur barbara ben benjamin beth betty bill bob bobby brad brandon brenda
    brian bruce bryan carl carla carlos carol caroline catherine charles charlie charlotte chris
    christian christina christine christopher claire colin craig cynthia dan daniel danny dave david
    dean deborah dennis diana diane don donald donna doug douglas dylan ed eddie edward elizabeth
    ellen emily emma eric erica erik ethan eva evan frank fred gary geoff george gerald gerhard
    gina glenn gordon grace greg gregory hannah harold harry heather helen henry howard ian jack
    jackie jacob jake james jamie jan jane janet jason jean jeff jeffrey jennifer jenny jeremy
    jerry jesse jessica jill jim jimmy joan joe joel john johnny jonathan jordan jose joseph josh
    joshua joyce juan judith judy julia julie justin karen karl kate katherine kathleen keith kelly
    ken kenneth kevin kim kyle larry laura lauren laurie lawrence lee leo leonard lewis linda lisa
    liz louis louise lucas lucy luke margaret maria marie marilyn mark martha martin mary matt
    matthew megan melissa michael michelle miguel mike molly monica nancy natalie nathan neil
    nicholas nick nicole nina noah oliver olivia oscar pam pamela patricia patrick paul peter phil
    philip rachel ralph ray raymond rebecca richard rick rob robert roger ron ronald rose ross roy
    russell ruth ryan sam samantha samuel sandra sara sarah scott sean shannon sharon simon sophie
    stephanie stephen steve steven stuart susan suzanne ted teresa terry theresa thomas tim timothy
    tina todd tom tony tracy vanessa victor victoria vincent virginia walter wayne wendy william
    zach zachary zoe
    """
}
