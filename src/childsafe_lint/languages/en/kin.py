"""How English says that a grown-up is family of a child: frames around a name, built from details.yaml."""

from __future__ import annotations

from ... import lazy_re as re
from .. import load_data
from .frames import alt

_AGE = r"(?:(?:aged\s+)?\d{2,3}|[a-z]+(?:ty|een)(?:-\w+)?)"
_TITLE = (
    r"(?:(?:the\s+)?(?:Rev|Reverend|Bishop|Deacon|Deaconess|Elder|Prophet|Prophetess|Apostle|Evangelist|Hon|Maame|Malam|Eng"
    r"|Sgt|Sergeant|Cpl|Spc|Pvt|Pte|Capt|Captain|Lt|Maj|Major|Col|Gen|Const|Constable|Insp|Supt|Cllr|Adv|Advocate|Mr|Mrs|Ms|Miss|Dr|Pastor|Rev|Imam|Prof|Sir|Mama|Papa|Mzee|Chief|Sheikh|Hajji|Hajia|Haji|Hajah|Madam|Mdm|Mme"
    r"|Encik|Puan|Tuan|Datuk|Pak|Bu|Ibu|Señora|Señor|Don|Doña|Dona|Alhaji|Alhaja|Engr|Mallam|Malam|Shri|Sri|Smt|Maulvi"
    r"|Ustaz|Ustad|Daw|Gogo|Tata|Mkhulu|Makhulu)\.?\s+)?"
)
#: "whom police identified only as", "identified by the captain as"
_CALLED = (
    r"(?:whom\s+|who\s+(?:was|is|has\s+been)\s+)?(?:(?:he|she|they|police|officers|officials|the\s+[a-z]+)\s+(?:has\s+|had\s+|have\s+|only\s+)?)?"
    r"(?:identified|known|knew|knows|named|referred\s+to|described|introduced|called)(?:\s+[\w-]+){0,3}?\s+as"
)
_QUOTE = r"[“\"‘'(]?"


def is_grandparent(word: str) -> bool:
    return word.startswith("grand") or word in ("gran", "nan", "nana", "granny")


def patterns() -> dict[str, re.Pattern[str]]:
    """Frames by name; groups: ``poss`` whose, ``kin`` the word, ``of`` of whom, ``young`` the child."""
    data = load_data("en", "details")
    kin, peer = alt(data["who"]["kin"]), alt(data["relative"]["peer"])
    young = alt(data["relative"]["young"]) + r"|(?:first|last)[- ]born"
    victims = alt(data["relative"]["victims"])
    # adjectives before a kin word; none of these, which end the phrase
    mods = (
        r"(?:(?<![\w’'-])(?!(?:his|her|their|our|my|the|an?|whose|and|or|with|of|by|from|to|in|at|for|against|said|told"
        r"|was|is|that|who|when|where|\w*[’']s|representing|lawyer|teacher|doctor|judge)\b)[a-z’'-]+\s+){0,3}"
    )
    poss = r"(?P<poss>his|her|their|our|my|the|a|an|whose|one|both|[\w’'-]+(?:[’']s|s[’']))"
    i = re.IGNORECASE
    return {
        # "her mother, Dorcas", "the girl's paternal uncle Tom", "grandmother of the boy, 61-year-old Ann"
        "kin_before": re.compile(
            rf"(?:\b{poss}\s+)?(?P<mods>{mods})(?<![\w’'-])(?P<kin>{kin}|{peer})\b"
            r"(?:\s+of\s+(?P<of>[^,.;]{1,40}?))?"
            r"(?:\s+in\s+(?-i:[A-Z][\w’'-]+)(?=\s*,))?"  # "an aunt in Naga, X"
            r"(?:[’']s\s+(?:full\s+|real\s+|maiden\s+)?name\s+(?:is|was|as|being)\s+"
            r"|\s*,?\s+(?:is|was|named|called|identified(?:\s+only)?\s+as|known\s+as|whose\s+name\s+is"
            r"|who\s+gave\s+(?:her|his)\s+name\s+as)\s+|\s*[,:–—-]\s*|\s*\(|\s+)"
            rf"(?:(?:{_CALLED}|named|called)\s+)?(?:(?:the\s+|a\s+)?(?:{_AGE}(?:-year-old)?|(?-i:[a-z-]+)),?\s+){{0,3}}(?:{_CALLED}\s+)?(?-i:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+(?:and|&)\s+)?{_TITLE}{_QUOTE}$",
            i,
        ),
        # "X, 61, the girl's grandmother", "X is Baraka's mother", "X, mother of the boy"
        "kin_after": re.compile(
            rf"^\s*(?:,|\(|–|—)?\s*(?:{_AGE}\s*,?\)?)?\s*(?:,|–|—|\()?\s*(?:(?:who\s+)?(?:is|was|remains)\s+)?(?:also\s+)?"
            rf"(?P<poss>his|her|their|the|an?|[\w’'-]+(?:\s+[\w’'-]+){{0,3}}?(?:[’']s|s[’']))?\s*(?P<mods>{mods})\b(?P<kin>{kin}|{peer})\b(?:(?P<tail>\s+(?:of|to)\s+(?P<of>(?:\w[\w’'-]*\s*){{1,5}}))|(?=\s*(?:[,.;:)–—”\"]|$)|\s+(?:and|who|whose|from|in|with|but)\b))",
            i,
        ),
        # "X, the younger brother of the girl's father", "X, who is married to her mother"
        "kin_of_kin": re.compile(
            rf"^\s*,\s*(?:{_AGE}\s*,)?\s*(?:who\s+is\s+)?(?:the|a)\s+(?P<mods>{mods})(?:brother|sister|cousin|husband|wife|partner|boyfriend|girlfriend|son|daughter|stepbrother|half-brother|nephew|fiancé)\s+of\s+"
            rf"(?:the\s+(?:[\w-]+\s+)?(?:{young})[’']s|his|her|their|the)\s+(?:{kin})\b",
            i,
        ),
        "partner_before": re.compile(
            rf"\b(?:his|her|their|the\s+(?:[\w-]+\s+)?(?:{young})[’']s|the|whose)\s+(?:[a-z-]+\s+)?(?:{kin}|{peer})[’']s?\s+(?:\w+\s+)?(?:husband|wife|partner|boyfriend|girlfriend|brother|sister|cousin|fiancé|lover|son|daughter)\s*,?\s*{_TITLE}$",
            i,
        ),
        # "Her husband, X", of somebody who is family; "my husband X", of a parent who writes
        # "the suspect's mother, X"
        "of_suspect": re.compile(
            rf"\b(?:suspect|accused|defendant|attacker|gunman|killer|rapist|offender)[’']s\s+(?:[a-z-]+\s+){{0,2}}"
            rf"(?:{kin}|{peer}|wife|husband|partner|girlfriend)\s*,?\s*{_TITLE}$",
            i,
        ),
        # "Lee, my partner, got in from work", told by a parent
        "my_own": re.compile(
            rf"^\s*,\s*my\s+(?:[a-z-]+\s+)?(?:husband|wife|partner|{kin}|{peer})\b(?![’'])", i
        ),
        "spouse_before": re.compile(
            rf"\b(?P<poss>his|her|my)\s+(?:late\s+|former\s+|estranged\s+|new\s+)?(?:husband|wife|partner|girlfriend|boyfriend|fiancée?)\s*,?\s+{_TITLE}$",
            i,
        ),
        # "A couple accused of whipping the man's daughter": a lead that keeps their names for what follows
        "suspect_lead": re.compile(
            rf"\b(?P<who>couple|pair|man|woman|(?:step-?)?(?:father|mother))\b[^.!?\n]{{0,140}}?\b(?:his|her|their|the\s+(?:man|woman|couple|latter|former)[’']s)\s+(?:[\w-]+\s+){{0,3}}?(?:{young})\b"
            rf"|\b(?:{young})\b[^.!?\n]{{0,80}}?\bby\s+(?:his|her|their)\s+(?:(?:own|foster|adoptive|legal|birth|biological)\s+)?(?P<by>(?:step-?)?(?:father|mother|parents)|uncle|aunt|grandmother|grandfather|grandparents|guardians?|carers)\b(?![’'])"
            rf"|\b(?P<with>couple|pair)\b[^.!?\n]{{0,140}}?\b(?:{young}|[\w-]*-year-old|kindergartner|toddler)\b[^.!?\n]{{0,30}}?\b(?:(?:placed|left|entrusted|living|lived|staying)\s+(?:with|to)\s+them|in\s+their\s+(?:care|custody|charge))\b",
            i,
        ),
        # "The suspect, X, lives with", after "arrested a woman for burning her niece"
        "the_suspect": re.compile(
            rf"\b(?:the|said)\s+(?:{_AGE}(?:-year-old)?\s+)?(?:suspect|accused|defendant|woman|man|trader)\s*,\s+{_TITLE}$",
            i,
        ),
        "headline": re.compile(
            r"\b(?P<kin>mother|mum|mom|father|dad|grandmother|grandfather|gran|grandma|grandpa|aunt|uncle|stepmother|stepfather|parent)\b(?![’'-])",
            i,
        ),
        "said_next": re.compile(r"\s+(?:said|says|told|added|recalled|explained|noted|stated|wrote)\b"),
        # "said his father": the first words of a paragraph after what was said
        "after_speech": re.compile(
            r"\s*[“\"‘'].*[”\"’']\s*(?:said|says|added|recalled|explained|sobbed|cried|whispered)\s+",
            re.DOTALL,
        ),
        # "The children's guardian told the judge": an officer of the court
        "of_court": re.compile(
            r"\bad\s+litem\b|\bcourt-appointed\b|\bCafcass\b|\b(?:children|child|girl|boy)s?[’']s?\s+guardian\b[^.!?\n]{0,60}\b(?:judge|court|magistrate|tribunal|hearing|sheriff)\b",
            i,
        ),
        # "the only son of Pastor X", "three children of X and Y", "niece of X"
        "child_of": re.compile(
            rf"(?:(?<=,\s)|\b(?P<det>the|his|her|a|an|their|two|three|four|five|six|only|eldest|youngest|second|[\w’'-]+[’']s)\s+(?P<mods>(?:[\w’'-]+\s+){{0,3}}))(?:{young}|{peer})\s+of\s+(?:the\s+late\s+)?(?:[a-z-]+\s+){{0,2}}(?:(?-i:(?:[A-Z][\w’'.-]*\s+){{0,5}})(?:MP|MLA|MEP|mayor|senator|councillor|lawmaker|minister|pastor)\s+)?{_TITLE}$",
            i,
        ),
        # "a girl of X": a place
        "from_there": re.compile(
            r"\b(?:girl|boy|teenager|schoolgirl|schoolboy|pupil|youth)s?\s+of\s+(?:the\s+)?$", i
        ),
        # "known to all as Aunty X": what everybody calls a neighbour
        "courtesy": re.compile(
            r"\b(?:known|called|addressed)\s+(?:(?:to|by|among)\s+(?:[\w’'-]+\s+){1,4})?(?:simply\s+|only\s+)?as\s+[“\"‘']?(?:Aunty|Auntie|Aunt|Uncle|Mama|Papa|Granny|Nana)\s+$"
        ),
        # "X's eight-year-old daughter"
        "own_child": re.compile(rf"^[’']s?\s+(?P<mods>(?:(?:[\w-]+,?)\s+){{0,3}})(?P<young>{young})\b", i),
        "one_child": re.compile(r"(?:step|grand)?(?:son|daughter|child)\b", i),
        "several": re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)\b(?!-)", i),
        # "his adult son", "her 26-year-old daughter"
        "grown_before": re.compile(
            r"\b(?:adult|grown|grown[- ]up|married|(?:1[89]|[2-9]\d)[- ]year[- ]old)\s+(?:[\w-]+\s+)?$", i
        ),
        # "X, whose son was killed", "X had dressed her daughter in yellow"
        "their_child": re.compile(
            rf"^[^.!?\n;]{{0,110}}?\b(?P<poss>whose|his|her|their)\s+(?P<mods>(?:[\w’'-]+\s+){{0,3}}?)(?P<young>{young})\b",
            i,
        ),
        # "Her six-year-old son had been beaten": whose is told before
        "whose_child": re.compile(
            rf"\b(?P<poss>his|her)\s+(?P<mods>(?:(?!own\b|(?:two|three|four)\b(?!-))[\w-]+,?\s+){{0,3}}?)(?P<young>{young})\b"
            r"(?P<age>\s*,\s*(?:aged\s+)?(?:1[0-7]|\d|[a-z]+)\b(?=\s*[,.;]))?",
            i,
        ),
        # "X, who had lived with the child and her mother", "X moved in with the girl's mother"
        "lived_with": re.compile(
            rf"^[^.!?\n;]{{0,40}}?\b(?:who\s+|,\s*)?(?:had\s+|has\s+|was\s+|is\s+)?(?:lived|living|lives|moved\s+in|cohabit\w*)\s+(?:together\s+)?with\s+"
            rf"(?:the\s+(?:[\w-]+\s+)?(?:{young}|{victims})\b|(?:the\s+[\w-]+[’']s|[A-Z][\w’'-]+[’']s)\s+(?:mother|mum|mom|father|grandmother|aunt|family))",
            i,
        ),
        # "grandparents, Bill and Noreen Strachan"
        "first_of_two": re.compile(r"(?-i:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s+(?:and|&)\s+$"),
        # "The mother of a Year 8 girl says she had no choice. Kylie B, who manages ..."
        "told_of": re.compile(
            rf"^[“\"‘']?(?:An?|The)\s+(?:(?!lawyers?\b|friends?\b)[\w-]+\s+){{0,3}}?(?P<kin>{kin})\s+(?:of\s+(?:an?|the|one)|whose)\b",
        ),
        # "counsel for the mother, X"
        "counsel": re.compile(
            rf"\b(?:counsel|lawyers?|solicitors?|barristers?|attorneys?|advocates?|spokes\w+)\s+(?:acting\s+|appearing\s+)?(?:for|of|to|representing)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{kin})\s*,\s*{_TITLE}$",
            i,
        ),
        # "in the service of X", "worked as a maid for X", "her employer, X"
        "employer": re.compile(
            r"\b(?:in\s+the\s+(?:service|employ)\s+of|(?:employed|hired|engaged)\s+(?:as\s+(?:[\w-]+\s+){1,4})?by"
            r"|work(?:s|ed|ing)?\s+(?:as\s+(?:[\w-]+\s+){1,4})?for|employers?,?|masters?,|boss,?)\s+"
            rf"{_TITLE}$",
            i,
        ),
        # "X KC, for the mother", "Y, for the local authority"
        "counsel_next": re.compile(
            r"(?:\s+(?:KC|QC|SC))?,\s+(?:(?:acting|appearing)\s+)?for\s+(?:the|his|her)\s+(?!(?:first|last|second|third|past|whole|next)\b)"
            r"(?:[\w’'-]+\s+){0,2}?(?:mother|father|parents|child|children|guardian|family|authority|council|defen[cs]e|defendant|prosecution"
            r"|state|crown|boy|girl|accused|teenager|appellant|applicant|claimant|respondent)\b"
        ),
        # "X and his wife Y adopted the boy"
        "took_in": re.compile(
            rf"^[^.!?\n;]{{0,40}}?\b(?:adopted|fostered|took\s+in|is\s+raising|are\s+raising|brought\s+up)\s+(?:the|both|all)\s+(?:[\w-]+\s+){{0,2}}?(?:{young}|{peer})\b",
            i,
        ),
        # "X, 63, who has looked after Thea since"
        "looked_after": re.compile(
            rf"^[^.!?\n;]{{0,30}}?,\s+(?:{_AGE}\s*,\s*)?who\s+(?:has\s+|had\s+)?(?:(?:been\s+)?(?:looking\s+after|raising|bringing\s+up|caring\s+for)|looks\s+after|looked\s+after|raised|raises|brought\s+up|cared\s+for)\s+(?P<whom>(?-i:[A-Z][\w’'-]+))",
            i,
        ),
        "placed": re.compile(r"\b(?:in|at|from|near|into|outside|on)\s+(?:the\s+)?$", i),
        "title": re.compile(
            r"\b(?:Mr|Mrs|Ms|Miss|Madam|Mdm|Encik|Puan|Señora|Señor|Mme|Pak|Bu|Ibu|Doña|Dona|Gogo|Nana|Nan|Granny|Gran|Mama|Papa|Baba|Aunty|Auntie|Uncle|Mum|Mom|Dad|Grandma|Grandpa)\.?\s+$"
        ),
        "son_of": re.compile(r"\b[sdSD]/[oO]\s*(?:late\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})"),
        "peer_named": re.compile(
            rf"^\s*,?\s*(?:{_AGE}\s*,?\s*)?(?:and\s+|,\s*)?(?P<poss>his|her|their)\s+(?:[\w-]+\s+){{0,2}}(?:{peer}|{young})\s*,?\s*$",
            i,
        ),
        "and": re.compile(
            rf"^\s*(?:,?\s*(?:and|&|nor)|,|\s+[’']?s?\s*wife|\s*,\s*{_AGE}\s*,?\s*(?:and|nor|,)|\s*,\s*(?:an?|the)\s+[^.;\n]{{1,60}}?,\s*and)\s*(?:(?:his|her)\s+(?:[\w-]+\s+)?(?:wife|husband|partner|mother|father|{kin})\s*,?\s*)?{_TITLE}$",
            i,
        ),
        # "... for her husband. Brian Ssali, a rider, was at the mortuary": the name comes a sentence later
        "told_before": re.compile(
            rf"\b(?P<poss>his|her|their|the|[\w’'-]+(?:[’']s|s[’']))\s+(?P<mods>{mods})(?P<kin>{kin}|husband|wife|partner)[.!?]?[”\"’]?\s*$",
            i,
        ),
        "apposed": re.compile(r"^\s*,\s*(?:\w+\s*,\s*)?(?:an?|the|who|aged|\d)\b|^\s*,\s*\d|^\s*\("),
        "unrelated": re.compile(
            r"\b(?:no\s+relation|not\s+(?:a\s+)?relat(?:ed|ion|ive)|unrelated|not\s+(?:a\s+)?(?:member|kin)|shares?\s+(?:the|a)\s+(?:surname|name))\b",
            i,
        ),
        # between a kin word and a name these begin another noun: "mother told officer X"
        "apart": re.compile(
            r"\b(?:said|told|and|with|by|who|that|to|for|of|he|she|they|it|we|i|has|had|against|after|as|then|met|asked|says"
            r"|when|judge|officer|doctor|lawyer|teacher|in|at|from|near|on|into|over|under|during|outside)\b"
        ),
        "called": re.compile(rf"\b(?:{_CALLED}|who\s+gave\s+(?:her|his)\s+name\s+as)\b"),
        # "His eldest, Cholpon, 22", "Jumaliev's elder daughter Aida": grown-up children of the family
        "grown_child": re.compile(
            rf"\b(?P<poss>his|her|their|[\w’'-]+[’']s)\s+(?:(?!own\b)[a-z-]+\s+){{0,3}}?(?:eldest|oldest|(?:step|grand|foster-)?(?:son|daughter|child))\s*,?\s+{_TITLE}$",
            i,
        ),
        # "adopted by X", "living with X": who brings the child up
        "carer": re.compile(
            r"\b(?:(?:adopted|fostered|raised|brought\s+up|cared\s+for|looked\s+after|taken\s+in)\s+by"
            rf"|(?:lives?|lived|living|stays|stayed|staying)\s+(?:at\s+home\s+)?with)\s+(?:(?:an?|the|his|her|their)\s+(?:[a-z-]+\s+)?(?:couple|pair),?\s+)?(?-i:[A-Z][\w’'-]+\s+(?:and|&)\s+)?{_TITLE}$",
            i,
        ),
        # "the mother's lawyer" and "his invented mother" are nobody's mother
        "made_up": re.compile(r"\b(?:invented|fictional|imaginary|on-screen|screen|stage|fictitious)\b", i),
        "played": re.compile(r"\b(?:is|was|are|were)?\s*played\s+by\b", i),
        # "who lost her husband, X", "and his cousin X": whose, where somebody grown up is named before
        "of_another": re.compile(
            rf"\b(?P<poss>his|her|whose)\s+(?:[a-z-]+\s+){{0,2}}?(?P<kin>{peer}|husband|wife|partner|fiancée?|son|daughter|nephew|niece)\s*,?\s+$",
            i,
        ),
        # "X, whose brother": the name and its age
        "whose_own": re.compile(r"(?:,\s*(?:aged\s+)?\d\d)?\s*,\s+$"),
        # a brief that goes on to another story
        "another_story": re.compile(
            r"\s*(?:in\s+other\s+(?:news|business|matters|cases)|in\s+(?:a\s+separate|another)\s+(?:case|incident|matter|hearing)|elsewhere|separately|also\s+(?:this\s+week|in\s+court|on\s+the\s+docket))\b",
            i,
        ),
        # "his son Craig, 44": a child who is none
        "grown_up": re.compile(
            r"(?:\s*,?\s+(?-i:[A-Z][\w’'-]+)){0,2}\s*[,(]\s*(?:now\s+)?(?:aged\s+)?(?:1[89]|[2-9]\d)\b"
        ),
        "and_own": re.compile(rf"(?:\s*[,(]\s*{_AGE}\s*[,)]?)?,?\s+and\s+$"),
        # "He is a friend of my son", "the same age as our kids": of another child
        "with_mine": re.compile(
            r"\b(?:he|she|they|the\s+(?:boy|girl|child|lad|victim|kids?|children))\b[^.!?]*\b(?:with|of|as|like|than|near|beside|knew|knows)\s+$",
            i,
        ),
        # "My grandson is no thief": said by family
        "mine": re.compile(
            rf"\b(?:my|our(?!\s+(?:[\w-]+\s+)?(?:kids|children|pupils|boys|girls|babies)\b))\s+(?!own\b)(?:[\w-]+\s+){{0,2}}?(?:{young}|{peer})\b(?!\s+(?:in\s+christ|and\s+sisters))",
            i,
        ),
    }
