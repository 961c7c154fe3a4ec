/// Abbreviations that are written with a full stop, shared by the sentence splitter and the
/// normalizer.
///
/// A line holds: the abbreviation in lower case without its last stop ⇥ what is said ⇥ the context
/// in which that is the one reading (``AbbreviationContext``) ⇥ what its stop may end
/// (``AbbreviationEnding``) ⇥ traits. One abbreviation may have several lines, one a reading; they
/// are asked in order. `-` for what is said: letters by name, or nothing to do with the normalizer
/// where the context is `none`.
///
/// Traits: `b` bare (read without its stop too), `c` capitalized only, `l` lower case only, `w` an
/// ordinary word as well, so that its stop may just be a full stop; `u` a unit after a number.
enum AbbreviationTable {
  static let tsv = """
    mr\tMister\tname\tnever\tb
    mr\tmister\tany\tnever\tbl
    mrs\tMissus\tname\tnever\tb
    ms\tMiz\tname\tnever\tbc
    mx\tMix\tname\tnever\tbc
    messrs\tMessieurs\tname\tnever\tbc
    mme\tMadame\tname\tnever\tbc
    mlle\tMademoiselle\tname\tnever\tbc
    dr\tDrive\taddress\tnever\tbc
    dr\tDoctor\tname\tnever\tb
    dr\tDrive\tstreet\tnever\tc
    dr\tDoctor\tpossessive\tnever\tc
    drs\tDoctors\tname\tnever\tbc
    prof\tProfessor\tname\tnever\tbc
    prof\tProfessor\talone\tnever\tc
    profs\tProfessors\tname\tnever\tbc
    rev\tReview\tjournal\tnever\tcw
    rev\tReverend\tname\tnever\tcw
    rev\trevision\tnumber\tnumber\tw
    revd\tReverend\tname\tnever\tbc
    cllr\tCouncillor\tname\tnever\tbc
    hon\tHonorable\tname\tnever\tbcw
    hon\thonorable\tname\tnever\tl
    fr\tFather\tname\tnever\tc
    gen\tGeneral\tname\tnever\tcw
    gen\tGeneral\tafter-title\tstarter\tcw
    gen\tGeneral\tpossessive\tnever\tc
    col\tColonel\tname\tnever\tcw
    col\tColonel\tafter-title\tstarter\tcw
    lt\tLieutenant\tname\tnever\tbc
    lt\tLieutenant\talone\tnever\tc
    lieut\tLieutenant\tname\tnever\tbc
    lcdr\tLieutenant Commander\tname\tnever\tbc
    capt\tCaptain\tname\tnever\tbc
    capt\tCaptain\talone\tnever\tc
    cpt\tCaptain\tname\tnever\tc
    sgt\tSergeant\tname\tnever\tbc
    sgt\tSergeant\talone\tnever\tc
    cpl\tCorporal\tname\tnever\tbc
    cpl\tCorporal\talone\tnever\tc
    pfc\tPrivate First Class\tname\tnever\tbc
    pte\tPrivate\tname\tnever\tbc
    spc\tSpecialist\tname\tnever\tc
    ssgt\tStaff Sergeant\tname\tnever\tbc
    msgt\tMaster Sergeant\tname\tnever\tbc
    tsgt\tTechnical Sergeant\tname\tnever\tbc
    ens\tEnsign\tname\tnever\tc
    pvt\tPrivate\tname\tnever\tc
    maj\tMajor\tname\tnever\tc
    maj\tMajor\talone\tnever\tc
    adm\tAdmiral\tname\tnever\tc
    adm\tAdmiral\tpossessive\tnever\tc
    cmdr\tCommander\tname\tnever\tbc
    cmdr\tCommander\talone\tnever\tc
    cdr\tCommander\tname\tnever\tbc
    comdr\tCommander\tname\tnever\tbc
    sqn\tSquadron\tname\tnever\tbc
    ldr\tLeader\tname\tnever\tbc
    wg\tWing\tname\tnever\tbc
    flt\tFlight\tname\tnever\tbc
    brig\tBrigadier\tname\tnever\tcw
    sen\tSenator\tname\tnever\tcw
    sen\tSenator\tpossessive\tnever\tc
    sens\tSenators\tname\tnever\tcw
    rep\tRepresentative\tname\tnever\tcw
    rep\tRepresentative\tpossessive\tnever\tc
    reps\tRepresentatives\tname\tnever\tcw
    gov\tGovernor\tname\tnever\tcw
    gov\tGovernor\tafter-title\tstarter\tcw
    gov\tGovernor\tpossessive\tnever\tc
    pres\tPresident\tname\tnever\tc
    pres\tPresident\tpossessive\tnever\tc
    supt\tSuperintendent\tname\tnever\tbc
    insp\tInspector\tname\tnever\tc
    det\tDetective\tname\tnever\tc
    ofc\tOfficer\tname\tnever\tc
    ofc\tof course\tany\tstarter\tbl
    cllr\tCouncillor\tname\tnever\tbc
    amb\tAmbassador\tname\tnever\tc
    atty\tAttorney\tname\tnever\tbc
    atty\tattorney\tany\tstarter\tb
    dist\tDistrict\tbefore-title\tnever\tc
    asst\tassistant\tany\tnever\tb
    assoc\tAssociate\tbefore-title\tnever\tc
    assoc\tAssociates\tafter-and\tstarter\tc
    assoc\tAssociation\tsuffix\tstarter\tc
    secy\tsecretary\tany\tstarter\tb
    treas\ttreasurer\tany\tstarter\t
    wm\tWilliam\tname\tnever\tbc
    chas\tCharles\tname\tnever\tbc
    geo\tGeorge\tname\tnever\tc
    thos\tThomas\tname\tnever\tbc
    jas\tJames\tname\tnever\tc
    robt\tRobert\tname\tnever\tbc
    benj\tBenjamin\tname\tnever\tbc
    jno\tJohn\tname\tnever\tbc
    jos\tJoseph\tname\tnever\tc
    edw\tEdward\tname\tnever\tbc
    saml\tSamuel\tname\tnever\tbc
    st\tStreet\taddress\tstarter\tbc
    st\tSaint\tname\tstarter\tb
    st\tStreet\tstreet\tstarter\tb
    sts\tSaints\tname\tnever\tbc
    mt\tMount\tname\tnever\tbc
    mt\tMount\tbefore-of\tnever\tbc
    mts\tMountains\tstreet\tstarter\tc
    ft\tFort\tname\tnever\tbc
    ft\tfeaturing\tname\tnever\tlu
    feat\tfeaturing\tname\tnever\tbl
    ave\tAvenue\tstreet\tstarter\tbc
    ave\tAvenue\tbefore-of\tnever\tbc
    blvd\tBoulevard\tstreet\tstarter\tb
    rd\tRoad\tstreet\tstarter\tb
    ln\tLane\tstreet\tstarter\tc
    hwy\tHighway\tstreet\tstarter\tb
    hwy\tHighway\tnumber\tstarter\tb
    rte\tRoute\tnumber\tstarter\tbc
    pkwy\tParkway\tstreet\tstarter\tb
    ct\tCourt\tstreet\tstarter\tc
    pl\tPlace\tstreet\tstarter\tc
    cir\tCircle\tstreet\tstarter\tc
    plz\tPlaza\tstreet\tstarter\tc
    trl\tTrail\tstreet\tstarter\tc
    fwy\tFreeway\tstreet\tstarter\tc
    expy\tExpressway\tstreet\tstarter\tc
    tpke\tTurnpike\tstreet\tstarter\tc
    ter\tTerrace\tstreet\tstarter\tc
    sq\tSquare\tstreet\tstarter\tc
    pl\tplate\tnumber\tnumber\t
    terr\tTerrace\tstreet\tstarter\tc
    cres\tCrescent\tstreet\tstarter\tbc
    gdns\tGardens\tstreet\tstarter\tbc
    hts\tHeights\tsuffix\tstarter\tbc
    jct\tJunction\tsuffix\tstarter\tbc
    twp\tTownship\tsuffix\tstarter\tbc
    jr\tJunior\tbefore-role\tnever\tb
    sr\tSenior\tbefore-role\tnever\tb
    jr\tJunior\tsuffix\tstarter\tb
    sr\tSenior\tsuffix\tstarter\tb
    esq\tEsquire\tsuffix\tstarter\tbc
    inc\tIncorporated\tsuffix\tstarter\tbc
    ltd\tLimited\tsuffix\tstarter\tb
    corp\tCorporation\tsuffix\tstarter\tc
    pty\tProprietary\tsuffix\tnever\tbc
    co\tCounty\tcounty\tnever\tc
    co\tCompany\tsuffix\tstarter\tc
    co\tcompany\tafter-and\tstarter\tl
    bros\tBrothers\tsuffix\tstarter\tbc
    no\tnumber\tnumber\tnumber\tw
    no\tnumber\tbefore-of\tnumber\tw
    no\tnumber\tlabel\tnumber\tcb
    nos\tnumbers\tnumber\tnumber\tb
    n°\tnumber\tnumber\tnumber\tb
    nº\tnumber\tnumber\tnumber\tb
    nr\tnumber\tnumber\tnumber\t
    nr\tnear\tname\tnever\tl
    fig\tfigure\tnumber\tnumber\tbw
    figs\tfigures\tnumber\tnumber\tbw
    tab\ttablet/tablets\tafter-number\tstarter\tlu
    cap\tcapsule/capsules\tafter-number\tstarter\tlu
    gtt\tdrop/drops\tafter-number\tstarter\tlu
    gtts\tdrops\tafter-number\tstarter\tlu
    pkg\tpackage/packages\tafter-number\tstarter\tlub
    pkg\tpackage\tany\tstarter\tb
    pkgs\tpackages\tany\tstarter\tb
    pcs\tpieces\tafter-number\tstarter\tbl
    ff\tand following\tafter-number\tstarter\tl
    doz\tdozen/dozen\tafter-number\tstarter\tlu
    tab\ttable\tnumber\tnumber\tw
    eq\tequation\tnumber\tnumber\tb
    eqs\tequations\tnumber\tnumber\tb
    eqn\tequation\tnumber\tnumber\tb
    p\tpage\tnumber\tnumber\tl
    pp\tpages\tnumber\tnumber\tbl
    pg\tpage\tnumber\tnumber\tb
    pgs\tpages\tnumber\tnumber\tb
    mk\tMark\tnumber\tnumber\tbc
    vol\tvolume\tnumber\tnumber\tb
    vol\tvolume\ttrailing\tnumber\tb
    vol\tvolume/volumes\tafter-number\tstarter\tb
    vols\tvolumes\tnumber\tnumber\tb
    ch\tchapter\tnumber\tnumber\t
    ch\tChurch\tstreet\tstarter\tc
    chap\tchapter\tnumber\tnumber\tbw
    chaps\tchapters\tnumber\tnumber\tbw
    sec\tsection\tnumber\tnumber\tuw
    sec\tSecretary\tname\tnever\tc
    secs\tsections\tnumber\tnumber\tuw
    sect\tsection\tnumber\tnumber\tw
    s\tsection\tnumber\tnumber\tlu
    ss\tsections\tnumber\tnumber\tlu
    art\tarticle\tnumber\tnumber\tw
    arts\tarticles\tnumber\tnumber\tw
    para\tparagraph\tnumber\tnumber\tw
    paras\tparagraphs\tnumber\tnumber\tw
    cl\tclause\tnumber\tnumber\tu
    cls\tclauses\tnumber\tnumber\tu
    reg\tregulation\tnumber\tnumber\tw
    regs\tregulations\tnumber\tnumber\tw
    sched\tschedule\tnumber\tnumber\t
    bk\tbook\tnumber\tnumber\t
    bks\tbooks\tnumber\tnumber\t
    col\tcolumn\tnumber\tnumber\tl
    col\tColonel\tpossessive\tnever\tc
    cols\tcolumns\tnumber\tnumber\tl
    l\tline\tnumber\tnumber\tlu
    ll\tlines\tnumber\tnumber\tlu
    def\tdefinition\tnumber\tnumber\tw
    thm\ttheorem\tnumber\tnumber\t
    prop\tproposition\tnumber\tnumber\tw
    lem\tlemma\tnumber\tnumber\t
    cor\tcorollary\tnumber\tnumber\t
    pop\tpopulation\tnumber\tnumber\tw
    pt\tpint/pints\tingredient\tstarter\tlu
    chs\tchapters\tnumber\tnumber\t
    exps\texperiments\tnumber\tnumber\tw
    n\tnote\tnumber\tnumber\tl
    fn\tfootnote\tnumber\tnumber\tl
    nn\tnotes\tnumber\tnumber\tl
    sch\tschedule\tnumber\tnumber\tc
    supp\tsupplementary\tnumber\tnumber\t
    fol\tfolio\tnumber\tnumber\t
    fols\tfolios\tnumber\tnumber\t
    pt\tpart\tnumber\tnumber\tu
    pt\tPoint\tname\tnever\tc
    pts\tparts\tnumber\tnumber\tu
    app\tappendix\tnumber\tnumber\tw
    ex\texample\tnumber\tnumber\tw
    ref\treference\tnumber\tnumber\tw
    refs\treferences\tnumber\tnumber\tw
    ver\tversion\tnumber\tnumber\t
    ser\tseries\tnumber\tnumber\t
    suppl\tsupplementary\tname\tnever\tc
    suppl\tsupplement\tnumber\tnumber\t
    apt\tapartment\tnumber\tnumber\tw
    ste\tsuite\tnumber\tnumber\t
    fl\tfloor\tnumber\tnumber\tc
    rm\troom\tnumber\tnumber\t
    bldg\tbuilding\tany\tnumber\t
    tel\ttelephone\tnumber\tnumber\t
    ext\textension\tnumber\tnumber\tb
    rs\trupees\tnumber\tnumber\tc
    ca\tcirca\tnumber\tnever\tbl
    c\tcup/cups\tingredient\tstarter\tlu
    c\tcirca\tyear\tstarter\t
    c\tcirca\tquantity\tstarter\tl
    c\tcentury\tafter-ordinal\tstarter\tl
    fl\tfloor\tafter-ordinal\tstarter\t
    fl\tflourished\tvital\tstarter\tl
    r\treigned\tvital\tstarter\tl
    b\tborn\tlife\tstarter\tl
    d\tdied\tlife\tstarter\tl
    b\tborn\tvital\tstarter\tl
    d\tdied\tvital\tstarter\tl
    pop\tpopulation\tquantity\tstarter\tl
    est\testablished\tyear\tstarter\t
    vs\tversus\tany\tnever\tb
    v\tversus\tbetween-names\tnever\tbl
    e.g\tfor example\tcomma\tnever\tl
    eg\tfor example\tcomma\tnever\tbl
    f.e\tfor example\tcomma\tnever\tl
    i.e\tthat is\tcomma\tnever\tl
    ie\tthat is\tcomma\tnever\tbl
    cf\tcompare\tany\tnever\tb
    viz\tnamely\tcomma\tnever\tb
    etc\tet cetera\tany\tcapital\tb
    al\t-\tnone\tstarter\tl
    approx\tapproximately\tany\tnever\tb
    doz\tdozen\tlower\tstarter\tl
    incl\tincluded\tfinal\tnever\tb
    excl\texcluded\tfinal\tnever\tb
    incl\tincluding\tany\tnever\tb
    excl\texcluding\tany\tnever\tb
    resp\trespectively\tany\tstarter\t
    esp\tespecially\tany\tnever\t
    usu\tusually\tany\tnever\t
    dept\tdepartment\tany\tstarter\tb
    attn\tattention\tany\tnever\tb
    appt\tappointment\tany\tstarter\tb
    appts\tappointments\tany\tstarter\tb
    mgr\tmanager\tany\tstarter\tb
    mgrs\tmanagers\tany\tstarter\tb
    acct\taccount\tany\tstarter\tb
    accts\taccounts\tany\tstarter\tb
    qty\tquantity\tany\tnumber\tb
    recd\treceived\tany\tstarter\tb
    contd\tcontinued\tany\tstarter\tb
    cont\tcontinued\tbracketed\tstarter\tw
    depts\tdepartments\tany\tstarter\tb
    govt\tgovernment\tany\tstarter\tb
    univ\tuniversity\tany\tstarter\t
    assn\tassociation\tany\tstarter\tb
    acad\tacademy\tany\tstarter\t
    soc\tsociety\tnone\tstarter\t
    inst\tinstitute\tnone\tstarter\t
    avg\taverage\tany\tstarter\tb
    min\tminimum\tlimit\tstarter\tu
    max\tmaximum\tlower\tstarter\tlw
    misc\tmiscellaneous\tany\tstarter\tb
    mgmt\tmanagement\tany\tstarter\tb
    mfg\tmanufacturing\tany\tstarter\tb
    intl\tinternational\tany\tstarter\tb
    natl\tnational\tany\tstarter\tb
    anon\tanonymous\tlower\tstarter\tl
    spp\tspecies\tafter-genus\tstarter\tb
    sp\tspecies\tafter-genus\tstarter\t
    subsp\tsubspecies\tany\tnever\tb
    ed\tedition\tafter-ordinal\tstarter\tl
    ed\tedited\tbefore-by\tnever\t
    ed\teditor\tbracketed\tstarter\t
    ed\tedited by\tname\tstarter\tl
    eds\teditors\tbracketed\tstarter\t
    edn\tedition\tafter-ordinal\tstarter\tlb
    trans\ttranslator\tbracketed\tstarter\t
    trans\ttranslated by\tname\tstarter\tl
    trans\ttranslated\tbefore-by\tnever\tl
    repr\treprinted\tyear\tstarter\tl
    repr\treprinted\tbefore-by\tnever\tl
    illus\tillustrated\tbefore-by\tnever\tl
    prod\tproduced\tbefore-by\tnever\tl
    dir\tdirected\tbefore-by\tnever\tl
    rev\trevised\tbefore-ed\tnever\tl
    rev\tReverend\tany\tnever\tcw
    revd\tReverend\tname\tnever\tbc
    revd\tReverend\tany\tnever\tbc
    msgr\tMonsignor\tname\tnever\tbc
    bp\tBishop\tname\tnever\tc
    abp\tArchbishop\tname\tnever\tc
    card\tCardinal\tname\tnever\tcw
    ven\tVenerable\tname\tnever\tc
    rt\tRight\tbefore-title\tnever\tbc
    rt\tRoute\tnumber\tnumber\tc
    rte\tRoute\tnumber\tnumber\tbc
    ret\tretired\tbracketed\tstarter\t
    ala\tAlabama\tstate\tstarter\tc
    ariz\tArizona\tstate\tstarter\tc
    ark\tArkansas\tstate\tstarter\tc
    calif\tCalifornia\tstate\tstarter\tc
    colo\tColorado\tstate\tstarter\tc
    conn\tConnecticut\tstate\tstarter\tc
    del\tDelaware\tstate\tstarter\tc
    fla\tFlorida\tstate\tstarter\tc
    ga\tGeorgia\tstate\tstarter\tc
    ill\tIllinois\tstate\tstarter\tc
    ind\tIndiana\tstate\tstarter\tc
    kan\tKansas\tstate\tstarter\tc
    ky\tKentucky\tstate\tstarter\tc
    la\tLouisiana\tstate\tstarter\tc
    md\tMaryland\tstate\tstarter\tc
    mass\tMassachusetts\tstate\tstarter\tc
    mich\tMichigan\tstate\tstarter\tc
    minn\tMinnesota\tstate\tstarter\tc
    miss\tMississippi\tstate\tstarter\tc
    mo\tMissouri\tstate\tstarter\tc
    mont\tMontana\tstate\tstarter\tc
    neb\tNebraska\tstate\tstarter\tc
    nev\tNevada\tstate\tstarter\tc
    okla\tOklahoma\tstate\tstarter\tc
    ore\tOregon\tstate\tstarter\tc
    pa\tPennsylvania\tstate\tstarter\tc
    tenn\tTennessee\tstate\tstarter\tc
    tex\tTexas\tstate\tstarter\tc
    va\tVirginia\tstate\tstarter\tc
    vt\tVermont\tstate\tstarter\tc
    wash\tWashington\tstate\tstarter\tc
    wis\tWisconsin\tstate\tstarter\tc
    wyo\tWyoming\tstate\tstarter\tc
    w.va\tWest Virginia\tstate\tstarter\tc
    r.i\tRhode Island\tstate\tstarter\tc
    s.d\tSouth Dakota\tstate\tstarter\tc
    s.c\tSouth Carolina\tstate\tstarter\tc
    n.d\tNorth Dakota\tstate\tstarter\tc
    n.c\tNorth Carolina\tstate\tstarter\tc
    n.m\tNew Mexico\tstate\tstarter\tc
    n.h\tNew Hampshire\tstate\tstarter\tc
    n.j\tNew Jersey\tstate\tstarter\tc
    n.y\tNew York\tstate\tstarter\tc
    jan\tJanuary\tmonth\tstarter\t
    feb\tFebruary\tmonth\tstarter\t
    mar\tMarch\tmonth\tstarter\tcw
    apr\tApril\tmonth\tstarter\t
    jun\tJune\tmonth\tstarter\t
    jul\tJuly\tmonth\tstarter\t
    aug\tAugust\tmonth\tstarter\t
    sep\tSeptember\tmonth\tstarter\tc
    sept\tSeptember\tmonth\tstarter\t
    oct\tOctober\tmonth\tstarter\t
    nov\tNovember\tmonth\tstarter\t
    dec\tDecember\tmonth\tstarter\t
    mon\tMonday\tmonth\tstarter\tc
    tue\tTuesday\tmonth\tstarter\tc
    tues\tTuesday\tmonth\tstarter\tc
    wed\tWednesday\tmonth\tstarter\tcw
    thu\tThursday\tmonth\tstarter\tc
    thur\tThursday\tmonth\tstarter\tc
    thurs\tThursday\tmonth\tstarter\tc
    fri\tFriday\tmonth\tstarter\tc
    sat\tSaturday\tmonth\tstarter\tcw
    sun\tSunday\tmonth\tstarter\tcw
    a.m\t-\tany\tclock\t
    p.m\t-\tany\tclock\t
    u.s\t-\tany\tstarter\t
    u.s.a\t-\tany\tstarter\t
    u.k\t-\tany\tstarter\t
    u.n\t-\tany\tstarter\t
    d.c\t-\tany\tstarter\t
    a.k.a\talso known as\tany\tnever\t
    aka\talso known as\tany\tnever\tbl
    y.o\tyear old\tlower\tstarter\tl
    yo\tyear old\tafter-number\tstarter\tbl
    f.k.a\tformerly known as\tany\tnever\t
    n.k.a\tnow known as\tany\tnever\t
    d.b.a\tdoing business as\tany\tnever\t
    w.r.t\twith respect to\tlower\tnever\tl
    wrt\twith respect to\tany\tnever\tbl
    w.l.o.g\twithout loss of generality\tlower\tstarter\tl
    ph\t-\tnone\tnone\t
    pharm\t-\tnone\tnone\t
    pharm.d\t-\tany\tstarter\t
    psy\t-\tnone\tnone\t
    psy.d\t-\tany\tstarter\t
    litt\t-\tnone\tnone\t
    litt.d\t-\tany\tstarter\t
    sc\t-\tnone\tnone\t
    sc.d\t-\tany\tstarter\t
    ed.d\t-\tany\tstarter\t
    ll.m\t-\tany\tstarter\t
    ll.b\t-\tany\tstarter\t
    ph.d\t-\tany\tstarter\t
    b.sc\t-\tany\tstarter\t
    m.sc\t-\tany\tstarter\t
    d.phil\t-\tany\tstarter\t
    b.i.d\ttwice a day\tlower\tstarter\tl
    t.i.d\tthree times a day\tlower\tstarter\tl
    q.i.d\tfour times a day\tlower\tstarter\tl
    q.d\tonce a day\tlower\tstarter\tl
    q.o.d\tevery other day\tlower\tstarter\tl
    q.h.s\tevery night at bedtime\tlower\tstarter\tl
    q.a.m\tevery morning\tlower\tstarter\tl
    q.p.m\tevery evening\tlower\tstarter\tl
    h.s\tat bedtime\tlower\tstarter\tl
    n.p.o\tnothing by mouth\tlower\tstarter\tl
    p.r.n\tas needed\tlower\tstarter\tl
    q\t-\tnone\tnumber\tl
    p.o\tby mouth\tlower\tstarter\tl
    op\t-\tnone\tnever\tl
    op\tOpus\tnumber\tnumber\tc
    ep\tepisode\tnumber\tnumber\tb
    eps\tepisodes\tnumber\tnumber\tb
    thx\tthanks\tany\tstarter\tb
    pls\tplease\tany\tstarter\tb
    plz\tplease\tany\tstarter\tb
    btw\tby the way\tany\tstarter\tbl
    imo\tin my opinion\tany\tstarter\tbl
    imho\tin my humble opinion\tany\tstarter\tbl
    tbh\tto be honest\tany\tstarter\tbl
    idk\tI don't know\tany\tstarter\tbl
    afaik\tas far as I know\tany\tstarter\tbl
    iirc\tif I recall correctly\tany\tstarter\tbl
    fwiw\tfor what it's worth\tany\tstarter\tbl
    irl\tin real life\tany\tstarter\tbl
    nvm\tnever mind\tany\tstarter\tbl
    ppl\tpeople\tany\tstarter\tbl
    smth\tsomething\tany\tstarter\tbl
    mtg\tmeeting\tlower\tstarter\tl
    yoy\tyear over year\tany\tstarter\tb
    qoq\tquarter over quarter\tany\tstarter\tb
    m.p.h\tmiles per hour\tany\tstarter\tl
    r.p.m\trevolutions per minute\tany\tstarter\tl
    p.s\t-\tcomma\tnever\t
    p.p.s\t-\tcomma\tnever\t
    n.b\t-\tcomma\tnever\t
    cit\t-\tnone\tstarter\tl
    loc\t-\tnone\tnever\tl
    ibid\t-\tnone\tstarter\t
    abbr\t-\tnone\tnever\t
    calc\t-\tnone\tstarter\t
    conc\t-\tnone\tstarter\t
    temp\t-\tnone\tstarter\tw
    diff\t-\tnone\tstarter\tw
    equiv\t-\tnone\tstarter\t
    orig\t-\tnone\tstarter\t
    prep\t-\tnone\tstarter\tw
    prob\t-\tnone\tstarter\t
    ft\t-\tnone\tstarter\tu
    lb\t-\tnone\tstarter\tu
    lbs\t-\tnone\tstarter\tu
    oz\t-\tnone\tstarter\tu
    yd\t-\tnone\tstarter\tu
    mi\t-\tnone\tstarter\tu
    tbsp\t-\tnone\tstarter\tu
    mins\t-\tnone\tstarter\tu
    hr\t-\tnone\tstarter\tu
    yr\t-\tnone\tstarter\tu
    hrs\t-\tnone\tstarter\tu
    yrs\t-\tnone\tstarter\tu
    lb\t-\tnone\tstarter\tlu
    lbs\t-\tnone\tstarter\tlu
    oz\t-\tnone\tstarter\tlu
    ft\t-\tnone\tstarter\tlu
    yd\t-\tnone\tstarter\tlu
    yds\t-\tnone\tstarter\tlu
    mi\t-\tnone\tstarter\tlu
    tbsp\t-\tnone\tstarter\tlu
    tbsps\t-\tnone\tstarter\tlu
    tsp\t-\tnone\tstarter\tlu
    tsps\t-\tnone\tstarter\tlu
    qt\t-\tnone\tstarter\tlu
    qts\t-\tnone\tstarter\tlu
    gal\t-\tnone\tstarter\tlu
    gals\t-\tnone\tstarter\tlu
    km\t-\tnone\tstarter\tlu
    cm\t-\tnone\tstarter\tlu
    mm\t-\tnone\tstarter\tlu
    kg\t-\tnone\tstarter\tlu
    sq\t-\tnone\tstarter\tlu
    cu\t-\tnone\tstarter\tlu
    mos\t-\tnone\tstarter\tlu
    wk\t-\tnone\tstarter\tlu
    wks\t-\tnone\tstarter\tlu
    """
}
