"""What grown-ups do and children hardly: the verbs, and what they own, drive or are charged with."""

from __future__ import annotations

from ... import lazy_re as re
from .frames import DATA

#: to a child, or to "him" and "her" told of just before: who lifts, teaches, treats or reports a child is somebody else
TO_A_CHILD = frozenset(
    "lift carry wrap cradle deliver adopt foster raise sponsor support teach train coach tutor treat examine "
    "diagnose vaccinate operate hire employ drive feed bathe spot find discover report photograph film interview "
    "question arrest detain release sentence remand defend represent prosecute counsel baptise baptize bury house "
    "shelter hide hand take bring look care pray collect campaign write read babysit supervise guard accompany "
    "chaperone escort recruit recognise recognize notice see resuscitate revive rescue save pull drag free catch "
    "identify discharge evacuate transport enrol enroll admit".split()
)
#: whom children carry too, as mothers, brothers and sisters
BABIES = frozenset("baby newborn infant".split())
#: for or about a child: "collected money for the boy", "writes about a girl of nine"
FOR_A_CHILD = frozenset(
    "collect raise donate campaign fundraise pray write search look care testify speak advocate appeal start launch "
    "organise organize build buy sew cook translate interpret".split()
)
#: what grown-ups drive, run and pay
DOES = frozenset(
    "drive park steer own run rent pay manage operate hire charter load lease chair found".split()
)
WITH = frozenset(
    "lorry truck bus taxi cab van minibus tractor ambulance crane forklift excavator ferry train coach car pickup "
    "jeep shop store business company firm charity clinic practice farm restaurant bakery salon garage workshop "
    "factory orphanage shelter kitchen nursery kindergarten crèche hotel bar rent mortgage fee fees bill wage "
    "salary tax staff tenant flat apartment house foundation committee board fund".split()
)
#: for whom they ring when something happens
CALLS_FOR = frozenset("ring call phone dial alert telephone summon".split())
HELP = frozenset("ambulance police hotline helpline 999 911 112 brigade paramedic coastguard".split())
#: who has one, two or four of them at once
BEARS = frozenset("have give expect deliver bear conceive".split())
BORN = frozenset("birth baby twin twins triplet triplets quadruplet quadruplets quad quads newborn".split())
#: after "his", "her" and "their": whom a parent brings, feeds or buries
OWN = frozenset(
    "kid child son daughter grandson granddaughter grandchild stepson stepdaughter offspring".split()
)
LITTLE_ONES = re.compile(r"\b(?:little|wee|young|tiny)\s+ones?\b", re.I)
#: no deeds: "became her son", "played their daughter" on a stage
NO_DEEDS = frozenset("be become remain call play portray".split())
#: several children, in the charge of somebody
GROUPS = frozenset(DATA["child_nouns_plural"]) | frozenset("class choir juniors youngsters orphans".split())
UNDER = re.compile(r"(?:under|U)-?(?:[4-9]|1[0-7])s\b", re.I)
HELD = frozenset("deny admit plead face".split())
#: crimes with which those who bring a child up, employ or exploit it are charged
CHARGED_WITH = re.compile(
    r"\b(?:charged\s+with|accused\s+of|convicted\s+of|guilty\s+(?:to|of)|arrested\s+(?:for|on\s+suspicion\s+of)|den(?:y|ies|ied)|admit(?:s|ted)?|on\s+trial\s+for|jailed\s+for|sentenced\s+for|wanted\s+for|suspected\s+of)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:neglect|cruelty|child\s+(?:abuse|endangerment|cruelty|labour|labor|marriage|trafficking|stealing)|endanger\w*|trafficking|smuggling|grooming|drink[-\s]driving|drunk[-\s]driving|embezzlement|fraud|incest|pimping|harbouring|abandon\w+|defilement)\b",
    re.I,
)
