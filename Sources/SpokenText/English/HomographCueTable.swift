/// Neighbours by which a homograph has its second sense.
enum HomographCueTable {
  /// Word, then its neighbours.
  ///
  /// `<sea` stands right before the word, `>pipe` right behind it, `~zinc` among the three words on
  /// either side. Behind `!` stands a neighbour that excludes all this.
  static let tsv = """
    advocate\t>general
    affiliate\t>marketing >link >links >program >programme >stations
    aged\t>man >woman >mother >father >parent >parents >couple >grandmother
    aged\t>grandfather >relative >relatives >aunt >uncle >king >widow >spinster
    aged\t!<middle !<under !<over
    aggregate\t>demand >supply >data >score >income >output >level >functions
    aggregate\t>statistics
    animate\t>objects >beings >nouns >matter
    articulate\t<highly <extremely <remarkably
    associate\t>professor >professors >director >editor >dean >justice >justices
    associate\t>producer >member >members >pastor >minister >judge >principal
    associate\t>administrator >fellow <research <sales <senior <business <close
    associates\t<research <sales <senior <business <close <& <and
    august\t<an <most >body >bodies >institution >institutions >assembly >company
    august\t>presence >personage >chamber >gathering >journal >tribunal !<last !<this
    august\t!<next !<in !<of
    axes\t<coordinate <principal <horizontal <vertical <perpendicular <orthogonal
    axes\t<rotation <rotational <optical <x <y <z <major <minor <symmetry <crystal
    axes\t<crystallographic <cartesian <reference <visual <spatial <neuroendocrine
    axes\t<long <logarithmic <both <time >of >labels >labelled >labeled >represent
    axes\t>show >ticks ~coordinate ~origin ~perpendicular ~diagram ~plot ~graph
    bases\t<legal <theoretical <neural <moral <philosophical <scientific <biological
    bases\t<empirical <molecular <genetic <evidentiary <constitutional <ethical
    bases\t<orthonormal <orthogonal <neurobiological <cognitive <conceptual <factual
    bases\t<statutory <rational <ideological <epistemic <cellular <anatomical
    bass\t<sea <striped <largemouth <smallmouth <peacock <chilean <white <black
    bass\t<grilled <baked <fried <seared <catch <caught <spotted >fishing >fisherman
    bass\t>fishermen >boat >boats >angler >anglers >tournament >tournaments >lures
    bass\t>fillet >fillets >pro >pros ~trout ~perch ~pike ~salmon ~walleye ~crappie
    bass\t!>guitar !>player !>line !>drum !>clarinet
    blessed\t<the <this <every <whole >virgin >sacrament >mother >are >be >trinity
    blessed\t>event >relief >assurance !>with !>by
    bow\t~stern ~starboard <ship's <boat's <vessel's <ship’s <port <low <deep <polite
    bow\t<slight <courtly <bulbous >wave >thruster >thrusters >doors >sprit
    bows\t~stern ~starboard <ship's <ship’s
    buffet\t<breakfast <lunch <dinner <salad <cold <hot <seafood <dessert <chinese
    buffet\t<vegan <eat <style >table >tables >lunch >dinner >breakfast >restaurant
    buffet\t>car >style >line
    buffets\t<breakfast <lunch <dinner <seafood
    celtic\t<glasgow >park >fc >fans ~rangers
    celtics\t<boston <the >fans >coach ~lakers ~nba
    conglomerate\t<media <multinational <industrial
    conglomerates\t<media <multinational <industrial
    conjugate\t>vaccine >vaccines >base >acid >pair >prior >priors >gradient
    conjugates\t<antibody-drug <drug
    correlate\t<neural
    correlates\t<neural <behavioral <behavioural <biological <clinical <psychological
    delegates\t<convention <party <conference
    duplicate\t>entries >entry >copy >copies >records >key >keys >content >content
    duplicate\t>data >values >rows >names >items >samples
    expatriate\t>community >workers
    import\t>duty >duties >tariff >tariffs >tax >taxes >business >ban >bans
    import\t>restrictions >prices >licence >license >quotas >controls
    invalid\t<bedridden <chronic <lifelong <helpless <permanent <elderly >mother >wife
    invalid\t>father >husband >son >daughter >sister >brother >aunt >child >carriage
    invalid\t>chair
    invalids\t>and >who >were
    isolates\t<clinical <bacterial <viral <fungal <resistant
    laminate\t>flooring >floor >floors
    lead\t<molten <contain <contains <containing <contained <pencil <ingested <mined
    lead\t>pipe >pipes >pencil >pencils >paint >paints >poisoning >poisoned >acid
    lead\t>exposure >exposures >battery >batteries >ore >ores >oxide >acetate >crystal
    lead\t>bullet >bullets >shot >pellet >pellets >weight >weights >sinker >sinkers
    lead\t>solder >glass >contamination >smelter >smelters >dust >apron >shielding
    lead\t>sulfide >sulphide >chromate >nitrate >ions >salts >concentration
    lead\t>concentrations >glaze >glazes >plates >roof >coffin >coffins >ingot >ingots
    lead\t>toxicity >abatement >balloon >azide >arsenate >carbonate >foil >alloy
    lead\t>alloys >mine >mines >mining >testing >hazards >type ~zinc ~mercury ~arsenic
    lead\t~cadmium !<to !<will !<would !<can !<could !<may !<might !<should !<must !<i
    lead\t!<we !<they !<you
    learned\t>friend >friends >counsel >scholar >scholars >societies >society >journal
    learned\t>journals >gentleman >gentlemen >men >man >professor >judge >judges
    learned\t>treatise >essay >discourse >paper >hand >profession >professions <most
    learned\t<very
    lima\t>bean >beans
    minute\t>detail >details >amount >amounts >quantity >quantities >particle
    minute\t>particles >trace >traces >differences >difference >changes >variations
    minute\t>organisms >fragments >fraction >fractions >proportion >holes >scale
    minute\t>crystals >pieces >creatures >droplets >inspection >examination >attention
    minute\t>scrutiny >print <extremely <relatively <vanishingly <infinitesimally
    minute\t!<last !<final !<every !<per !<each !<five !<ten !<two !<one !<three
    minute\t!<four !<six !<fifteen !<twenty !<thirty !<forty !<sixty !<ninety
    overflow\t>pipe >error >errors >parking >valve
    predicate\t>logic >calculus >offense >offence
    putting\t>green >greens >stroke >strokes >surface >surfaces >average
    refuse\t>collection >collectors >collector >bin >bins >disposal >dump >dumps >heap
    refuse\t>heaps >bag >bags >sacks >truck >trucks >lorry >lorries >removal >site
    refuse\t>chute <household <domestic <garden <kitchen <animal
    relapse\t>rate >rates >prevention >risk
    replicate\t>samples >wells >measurements >experiments
    replicates\t<biological <technical <independent
    reset\t>button >buttons >switch
    resume\t>builder >writing >writer >template >tips >gap >gaps
    row\t<blazing <flaming <furious <diplomatic <political <blistering <almighty
    row\t<bitter <family <racism <immigration <public <heated >erupted >broke >erupts
    row\t>rumbles
    rows\t<blazing <furious <diplomatic <political <bitter <family <public <heated
    rows\t>erupted
    sake\t<drink <drinking <drank <drinks <hot <warm <cold <chilled <japanese <junmai
    sake\t<daiginjo <cooking >bar >bars >brewery >breweries >brewer >brewers >brewing
    sake\t>bottle >bottles >cup >cups >sommelier ~sushi ~mirin ~miso ~shochu !<god's
    sake\t!<heaven's !<pete's !<goodness
    sewer\t<home <skilled <experienced <professional <beginner <novice <avid !>line
    sewer\t!>lines !>system !>pipe !>pipes
    sow\t<pregnant <nursing <lactating <gestating <breeding <old >farrowed >crates
    sow\t>stalls >bug >bugs ~piglets ~farrowing ~boar ~boars ~gilts !>seeds !>seed
    sows\t<pregnant <nursing <lactating <gestating <breeding >farrowed ~piglets
    sows\t~farrowing ~boar ~boars ~gilts !>seeds !>seed !>the !>doubt !>confusion
    syndicate\t<crime
    syndicates\t<crime
    tarry\t>stool >stools >substance >residue >smell >mass >black >deposits >liquid
    tarry\t>odor >odour
    tear\t~meniscus ~meniscal ~labral ~ligament ~acl ~cartilage ~tendon ~cuff
    tear\t~hamstring ~retinal ~aortic ~calf ~wear >apart !>gas !>duct !>ducts !>film
    tear\t!>glands !>drop !>drops !>stains
    tears\t~meniscus ~meniscal ~labral ~ligament ~acl ~cartilage ~tendon ~cuff
    tears\t~hamstring ~retinal >apart !<in !<into !<of !<to
    transplant\t<heart <kidney <liver <lung <marrow <organ <hair <cell <bone >patient
    transplant\t>patients >surgery >surgeon >surgeons >recipient >recipients >list
    transplant\t>centre >center
    transplants\t<heart <kidney <liver <lung <marrow <organ <hair <cell <bone
    viola\t~violin ~violins ~cello ~cellos ~violinist ~concerto ~sonata ~quartet <the
    viola\t<a <solo >player >section >da
    use\t!>case !>cases !>memo
    """
}
