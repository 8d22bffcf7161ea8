"""How English tells what befell a child, and what only sounds like it: the forms around the cues of situations.yaml."""

from __future__ import annotations

from ... import lazy_re as re

NAMED_AS = re.compile(r"\b(?:named|identified)\b", re.IGNORECASE)
#: a year of which something is told, not that of somebody's birth
YEAR = re.compile(r"(?<!born in )(?<!born )(?<!\bb\. )\b(?:19|20)\d\d\b")
AGED = re.compile(
    r"\d|-old\b|\b(?:of|aged)\s+[a-z]+(?:teen|en|e|o|r|x|t)\b|\b(?:baby|toddler|newborn|infant)\b"
)
AGE_BETWEEN = re.compile(r"\s*,?\s*(?:(?:aged\s+)?\w+\s*,|\(\d+\))?\s*")
#: "slaves to fashion", "shot to fame", "charged with excitement", "fire engine": nobody is held or hurt
FIGURATIVE = re.compile(
    r"slaves?\s+to\b|shot\s+up\b(?!\s+(?:a|the|his|her)\b)|shot\s+to\s+(?:fame|stardom|prominence|the|number)\b"
    r"|charged\s+with\s+(?:the\s+)?(?:excitement|emotions?|energy|tension|electricity|meaning|tasks?|responsibility|finding|keeping|looking|making)\b"
    r"|(?:hit|struck)\s+by\s+(?:how\b|(?:(?:the|his|her|their|its)\s+)?(?:\w+(?:ness|ity)|beauty|sights?|ideas?|thoughts?|warmth|skill|courage|talent)\b)"
    r"|st(?:ole|eals?|ealing|olen)\s+(?:(?:the|his|her|their|[\w’']+[’']s)\s+)?(?:show|scene|thunder|limelight|spotlight|headlines|hearts?|kiss|march|base)\b"
    r"|booked\s+for\s+(?:a\s+(?:\w+\s+)?(?:foul|tackle|challenge|dive)|diving|dissent|simulation|handball|time-wasting|going|celebrating|taking\s+(?:off\s+)?his\b)"
    r"|where\s+s?he\s+is\s+(?!and\b|or\b|but\b|being\b|now[.,?!”\"])[\w’'-]"
    r"|hungry\s+for\s+(?:more|success|victory|goals|knowledge|it)\b|hit\s+(?:out|back|upon|on\s+the|it\s+off|the\s+road|home)\b|bitten\s+by\s+the\s+(?:\w+\s+)?bug\b"
    r"|fire\s+(?:engines?|trucks?|stations?|crackers?|drills?|alarms?|exits?|hydrants?|extinguishers?|pits?)\b"
    r"|f(?:led|lee|lees|leeing)\s+(?:from\s+)?(?:(?:the|that|this)\s+(?:scene|spot|area|premises|shop|store|building|room|classroom|court(?:room)?|vehicle|car|wreck\w*)|on\s+(?:foot|an?\s+(?:motorbike|motorcycle|bike|bicycle|scooter))"
    r"|in\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+)?(?:car|van|taxi|truck|lorry|vehicle|pickup|SUV))\b"
    r"|f(?:ights?|ighting|ought)\s+(?:(?:back|on|hard)\s+)?for\s+(?:(?:his|her|their|its|our|a|the|every)\s+)?(?:own\s+)?(?:li(?:fe|ves)|survival|breath|justice|compensation|answers|rights?|freedom|truth|attention|a\s+place|change|better|custody|funding)\b"
    r"|touching\s+(?:tributes?|scenes?|moments?|gestures?|messages?|stor(?:y|ies)|ceremon(?:y|ies)|letters?|videos?|words|speech)\b"
    r"|h(?:ang|angs|anging|ung)\s+(?:in\s+the\s+(?:balance|air)|by\s+a\s+thread|out\b|around\b|about\b|on\s+to\b|up\b|over\b|back\b)"
    r"|(?:funeral|hurricane|crash|killer|cancer)\s+(?:march|lamps?|lanterns?|courses?|whales?|research)\b"
    r"|admitted\s+to\s+(?-i:(?:[A-Z][\w’'-]+\s+){1,4}(?:Girls|Boys|High|School|Academy|College|University)\b)",
    re.IGNORECASE,
)
#: on a road, in water or in a storm somebody is hit or killed by no one's cruelty
BY_ACCIDENT = re.compile(
    r"\b(?:cars?|lorr(?:y|ies)|trucks?|vans?|bus(?:es)?|minibus|motorbikes?|motorcycles?|scooters?|trains?|trams?|tractors?|vehicles?|SUV|matatu|danfo|okada|tuk-?tuk|rickshaw"
    r"|collision|collided|crash(?:ed|es)?|motorway|highway|expressway|level\s+crossing|hit-and-run|(?-i:[AM]\d{1,3})"
    r"|road\s+(?:accident|traffic)|drown(?:ed|ing)|blaze|house\s+fire|landslide|mudslide|lightning|avalanche|earthquake|flood(?:s|ed|waters?)?|storm|cyclone|hurricane|tornado|plunged|overturned|skidded|capsized|electrocuted|stampede)\b",
    re.IGNORECASE,
)
#: where somebody did it on purpose all the same
BY_SOMEBODY = re.compile(
    r"\b(?:murder\w*|stab\w*|shot|shoot\w*|gun\w*|knife|knives|beat|beaten|strangl\w*|deliberately|on\s+purpose|attack\w*|bomb\w*|airstrike|shell(?:ing|ed)|abus\w*|abduct\w*|kidnap\w*|rap(?:e|ed|ist)|stepfather|militants?|soldiers?)\b",
    re.IGNORECASE,
)
#: what stands for a thing told of before
WHICH = frozenset("which that it".split())
#: words of which an accident is another reading
ACCIDENTAL = frozenset("hit hits hitting kill kills killed killing struck".split())
#: "scored 13 A*s", "scored 82 per cent": in an examination, not in a match
IN_AN_EXAM = re.compile(r"\s+(?:[\w.-]+\s+){0,2}(?:A\*|[A-D]s?\b|grades?\b|marks?\b|per\s?cent\b|%)")
#: nouns that mostly stand for people, of whom no list has all: "a shopkeeper", "two cyclists"
DOER = re.compile(
    r"(?:er|or|ist|man|men|woman|women|girl|boy|child|children|kid|teen|pupil|student|baby|babies|ian|ee|ant|ent|guard|guest|clerk|cook|nurse|aide|judge|chief|thie[fv]e?|mate|friend|couple|adult)s?$"
)
#: words that are no harm as this part of speech: "a lamp that burns", "the groom", "had to be patient"
OTHER_SENSE = {"burns": "VERB", "groom": "NOUN", "grooms": "NOUN", "patient": "ADJ"}
EVENT_HELD = re.compile(
    r"\b(?:awards?|ceremon(?:y|ies)|festivals?|contests?|competitions?|events?|meetings?|exhibitions?|match(?:es)?|finals?|fairs?"
    r"|summits?|games|shows?|concerts?|tournaments?|rall(?:y|ies)|funerals?|vigils?|elections?|hearings?|inquests?|trials?"
    r"|services?|mass(?:es)?|prayers?|sessions?|talks|classes|lessons?|courses?|workshops?|seminars?|forums?|conferences?"
    r"|exams?|examinations?|march(?:es)?|protests?|parades?|auctions?|camps?|draws?|debates?|referendums?|part(?:y|ies)|dinners?"
    r"|celebrations?|weddings?|memorials?|briefings?|discussions?|olympiads?|championships?|races?|quiz(?:zes)?|drills?"
    r"|screenings?|inspections?|training)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
#: What may stand between a word for the child and its other words: "the accused, who is 14-year-old X"
APPOSED = re.compile(
    r"[\s,:–—(“]*(?:(?:is|was|a|an|the|who|aged|then|named|called)\s+)*(?:[\w-]*\d[\w-]*,?\s*)?(?:[a-z]+-year-old\s+)?[“(]?"
)
#: an age or a class at which one plays in a team; not a striker's baby niece
CAN_PLAY = re.compile(r"\b(?:school|plays\s+under|sophomore|freshman)\b|\b(?:[89]|1[0-7])\b")
