"""How English says that somebody is accused of a wrong, and that family did a child harm."""

from __future__ import annotations

from ... import lazy_re as re

#: what is done with who is accused, and what these do
SUFFERS = frozenset(
    "arrest charge detain remand jail sentence convict arraign apprehend accuse indict acquit question nab hold book"
    " imprison prosecute try".split()
)
DOES = frozenset("deny plead admit confess".split())
STANDS = frozenset("dock trial court".split())
SUSPECTS = frozenset("accused suspect defendant perpetrator attacker culprit".split())
#: what family is said to have done to a child, as a passive with "by"
HARMS = frozenset(
    "kill murder beat abuse rape defile molest burn stab strangle torture assault starve drown sell traffic neglect"
    " poison scald whip lock chain hit shake abduct take snatch impregnate groom harm attack injure shoot hack".split()
)
#: a headline has no grammar: "Stepdad in court over death of toddler", "Mum jailed", "Father kills son"
HEADED = re.compile(
    r"(?P<kin>(?:step-?|grand|foster-?)?(?:mother|father|mum|mom|dad)|uncle|aunt|(?:mum|mom|mother|dad|father)['’]s\s+(?:ex-)?(?:boyfriend|partner|lover|girlfriend))"
    r"\s+(?:(?:is|was|to|due|appears|stands)\s+)?(?:jailed|held|charged|arrested|accused|remanded|nabbed|convicted|guilty|in\s+(?:court|the\s+dock)|on\s+trial|denies|admits|pleads|kills?|defiles?|rapes?|sells?|sold|murdered)\b",
    re.IGNORECASE,
)
PARTNERS = frozenset("partner boyfriend girlfriend lover husband wife".split())
#: words of kin that leave open who of the family is accused
NOT_ONE = frozenset("family families household relative relatives parents guardian guardians".split())
#: what they do who are in the dock or before a court
APPEARS = frozenset("appear stand".split())
#: with these after it somebody "faces" a court
FACED = frozenset("charge trial".split())
