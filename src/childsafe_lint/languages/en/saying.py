"""The words by which English says who says something, and how sure of it, beside the classes of usage.yaml."""

from __future__ import annotations

SURE = frozenset("sure certain convinced adamant positive persuaded".split())
CALLING = frozenset("call brand label dub describe portray".split())
ALSO = frozenset("nor neither so".split())  # "nor had she been seen"
QUESTIONS = frozenset("how why what whether when where who".split())
LEARNT = frozenset("understand hear learn gather".split())  # "this paper understands": from nobody it names
SENSING = frozenset("hear observe".split())  # "heard them calling" passes on nothing
WHEN = frozenset("before after when since until while".split())  # what is taken for granted, not said
NEWS = frozenset(
    "think believe understand fear allege".split()
)  # "it is believed that", of whoever looks into it
WITHHELD = frozenset("not only declined refused withheld without".split())
NAMING = frozenset("named identified name names naming called".split())
FUTURE = frozenset({"will", "'ll", "’ll", "would"})
WH = frozenset("what why where who how whose which".split())
SOMEBODY = frozenset("somebody someone one anybody everyone everybody people others those".split())
SOME = frozenset("a an one another some several many few two three dozens hundreds other most".split())
SOMEONE = frozenset("something someone somebody".split())
FOLK = frozenset("women men mothers fathers ladies wives boys girls youths pensioners farmers".split())
WHOLE = frozenset("whole entire half all".split())
AS_TOLD = frozenset("tell put say have report recount explain".split())  # "as the barber tells it"
NOBODY = frozenset("nobody nothing none".split())
RELUCTANT = frozenset("struggle refuse decline hesitate".split())  # "they struggle to believe that"
ENTITLED = frozenset("entitle entitled right".split())  # "readers have a right to know why"
COLLECTIVE = frozenset(
    "some people others many everyone everybody folk folks somebody someone most plenty".split()
)
WITHHOLDING = frozenset("name cite identify quote source attribute".split())  # "without naming anyone"
COURT = frozenset("court magistrate magistrates judge jury tribunal bench inquest trial dock hearing".split())
PLACES = frozenset("at in on from outside near by".split())
# who will not let it stand: "they walked out when he asked why she had not run", "there was an outcry after he said"
PROTESTING = frozenset(
    "protest march boo rally resign sue complain object strike petition apologise apologize".split()
)
LEAVING = frozenset("walk storm".split())  # with "out"
OUTCRY = frozenset(
    "outcry outrage anger fury uproar backlash protest protests condemnation criticism storm complaints".split()
)
