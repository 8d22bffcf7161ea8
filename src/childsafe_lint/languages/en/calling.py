"""Words by which English says what somebody is called."""

from __future__ import annotations

from .frames import DATA

#: with the name right after it: "they call him Kiki"
CALLS = frozenset("call name nickname dub rename christen baptise baptize title style label".split())
_AS = frozenset(
    "know identify refer list register record enter introduce present book name address recognise recognize "
    "remember give put write render appear go pass sign style tag treat have describe quote cite".split()
)
#: with a preposition before the name: "knows him as Kiki", "answers to Kiki"
VERBS = {
    "as": _AS,
    "to": frozenset("answer respond listen react".split()),
    "by": frozenset("go know call".split()),
    "under": frozenset("go register travel list enter appear".split()),
}
#: with "as" and a name: what actors and pupils on a stage do
ACTS = frozenset(
    "act play star cast dress disguise pose perform appear voice portray sing dance serve sign replace".split()
)
#: said of the subject: "answers to", "goes by", "appears as"
OWN = frozenset("answer respond listen react go pass appear sign travel".split())
#: who has a name of their own for somebody: "Kiki to her friends"
OTHERS = frozenset((*DATA["kin_adult"], *DATA["kin_peer"], *DATA["kin_peer_plural"])) | frozenset(
    "family relative everyone everybody all neighbour neighbor fan teammate team-mate colleague classmate friend "
    "mate brother sister sibling villager follower those".split()
)
#: "is simply Kiki"
ONLY = frozenset("simply just always only still mostly usually".split())
ALIAS = frozenset("alias nickname aka a.k.a. nicknamed".split())
#: by what children call those who bring them up
ELDERS = frozenset(DATA["address_terms"]) | frozenset(
    "daddy dad mummy mommy mum mom grandma grandpa granny nana father mother uncle auntie aunty".split()
)
#: who does a wrong to a child in any story
WRONGDOERS = frozenset(
    "abuser rapist kidnapper abductor captor trafficker smuggler pimp groomer predator paedophile pedophile "
    "molester tormentor recruiter handler stepfather stepmother".split()
)
#: who is grown up
GROWN = frozenset("man woman gentleman lady widow widower wife husband businessman businesswoman".split())
#: who is held for a wrong, child or not
HELD = frozenset(
    "suspect accused attacker assailant killer murderer culprit perpetrator defendant gunman driver".split()
)
