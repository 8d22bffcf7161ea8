"""Kinds of situations that the readers tell apart, by how grave they are and who is in them."""

from __future__ import annotations

#: Situations that mark a child out without danger from others; a public role outweighs them.
SOFT = frozenset({"disability", "health", "poverty", "bereaved", "witness"})
#: What a draft may tell in passing of children it is not about: "fees for three orphans".
PASSING = SOFT | {"accident-victim", "custody", "adoption", "refugee"}
#: Said of a whole group at once: everyone listed under such a line is in it.
SHARED = frozenset(
    {
        "accident-victim",
        "missing",
        "refugee",
        "trafficking",
        "combatant",
        "custody",
        "bereaved",
        "hiv",
        "abuse-neglect-victim",
    }
)
VICTIM = (
    "sexual-abuse-victim",
    "sexual-exploitation",
    "trafficking",
    "abuse-neglect-victim",
    "accident-victim",
)
#: what is not told by chance, and worst to miss
UNMISTAKEN = frozenset({"sexual-abuse-victim", "sexual-exploitation", "hiv", "suicide-selfharm"})
DID = frozenset({"accused", "convicted", "perpetrator"})
