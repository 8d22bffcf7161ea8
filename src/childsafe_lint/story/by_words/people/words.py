"""The words and expressions that tell of somebody: ages, grades, nouns, kinship, trades."""

from __future__ import annotations

import re
from itertools import pairwise

from ....spans import Span
from ..knowledge import ADULT, Knowledge
from ..names import Name, feature
from ..patterns import value_of
from .ground import Ground
from .model import GRAVE, SURE, Word


class Words(Ground):
    """The words and expressions that tell of somebody: ages, grades, nouns, kinship, trades."""

    def _words(self) -> None:
        self.names = [
            n
            for n in self.names
            if not self._work_alone(n) and not self._opening_word(n) and not self._initialism(n)
        ]
        animals = {b for n in self.names if self._animal(n) for b in n.known.bases(n.parts[0][1])}
        self.names = [n for n in self.names if len(n.parts) > 1 or not animals & n.known.bases(n.parts[0][1])]
        self.words = self._find_words()
        if not self.text.tagged:  # "Eldest daughter Aida": the first two are a word of kinship, no name
            self.names = [
                n
                for n in self.names
                if n.score >= SURE or not any(w.start <= n.start < w.end for w in self.words)
            ]

    @staticmethod
    def _initialism(n: Name) -> bool:
        """ "Of the Chui RCH": a hospital or an office by its initials, and where it is."""
        last = n.parts[-1][1]
        shortened = last.isupper() and 2 <= len(last) <= 5 and last.isalpha() and n.parts[-1][0] != "initial"
        listed = any(n.known.bases(w) & n.known.given_names for w in n.given)
        return shortened and not listed and not any(w.isupper() for _, w in n.parts[:-1])

    def _opening_word(self, n: Name) -> bool:
        """ "Monster was played by a pupil": an ordinary word with the capital of its sentence, that is no part of a
        longer name in the draft."""
        token = self.text.token(n.start) if self.text.tagged else None
        if token is None or not n.opener or len(n.parts) > 1:
            return False
        if n.given and not n.known.cases_last:
            return self._with_genitive(n)
        if n.given or not feature(token, "Ordinary"):
            return False
        mine = n.known.bases(n.parts[0][1])
        if any(o.given and n.known.key(o.parts[0][1]) == b[: len(b) - 2] for o in self.names for b in mine):
            return False  # "Денизка" of somebody called Дениз
        return not any(mine & o.known.bases(w) for o in self.names if len(o.parts) > 1 for _, w in o.parts)

    def _with_genitive(self, n: Name) -> bool:
        """ "Theme lesson-GEN", "Rose winds-GEN": a given name that is a thing as well, and whose or what thing."""
        if n.known.whole("names_of_things").fullmatch(n.parts[0][1]) is None:
            return False
        token = self.text.token(n.end + 1)
        while token is not None and token.pos_ == "ADJ" and token.i + 1 < len(self.text.doc):
            token = self.text.doc[token.i + 1]
        if token is None or token.pos_ != "NOUN" or feature(token, "Case") != "Gen":
            return False
        return feature(token, "Animacy") == "Inan" or feature(token, "Number") == "Plur"

    def _work_alone(self, n: Name) -> bool:
        """ "The akim promised help": a trade that is a given name as well opens the sentence."""
        return (
            not n.known.cases_last
            and n.opener
            and len(n.parts) == 1
            and n.known.whole("roles").fullmatch(n.parts[0][1]) is not None
        )

    def _animal(self, n: Name) -> bool:
        """ "The lamb Snezhok", "a foal by the name of Buran"."""
        if len(n.parts) > 1 or not n.known.people.get("animals"):
            return False
        before = self.text.text[max(0, n.start - 30) : n.start]
        called = n.known.whole("called").match(self.text.text, n.end + 1) if n.known.cases_last else None
        if called:  # "a white dog called X", where the noun comes last
            words = re.compile(r"(?:\s+[^\W\d_]+){1,3}").match(self.text.text, called.end())
            return words is not None and any(
                n.known.whole("animals").fullmatch(x) for x in words.group().split()
            )
        return any(
            re.fullmatch(r"[\s«“„\"–—:]+", before[m.end() :])
            for m in n.known.whole("animals").finditer(before)
        )

    def _find_words(self) -> list[Word]:
        found: list[Word] = []
        regions = self.text.regions

        def add(key: str, kind: str, weight: int, gender: str = "any", front: bool = False) -> None:
            for m, known in regions.find(lambda k: k.whole(key)):
                word = Word(m.start(), m.end(), kind, weight, known, gender=gender, front=front)
                if kind == "age" and not self._age(m, word, known):
                    continue
                if key == "ages_locative" and not self._tells_age(m, known):
                    continue
                if kind == "grade":
                    n = known.number(value_of(m, "n") or "")
                    if (n is not None and not 1 <= n <= 12) or self._own_days(m.start(), known):
                        continue
                case = self.text.morph(m.end() - 1, "Case")
                named = any(
                    n.start == m.end() + 1 and n.given and any(c == case for _, c in n.forms)
                    for n in self.names
                )
                if kind == "role" and self.text.morph(m.end() - 1, "Animacy") == "Inan" and not named:
                    continue  # "a bakery", no baker
                if kind == "role" and self._studied_for(m.start(), known):
                    continue
                found.append(word)

        add("no_words", "none", 0)
        add("ages_before", "age", 5, front=True)
        add("ages", "age", 5)
        add("births", "age", 5)
        add("ages_locative", "age", 5)
        add("ages_months", "age", 5)
        add("ages_young", "noun", 4)
        add("grades", "grade", 4)
        for gender in ("f", "m", "any"):
            add(f"children.{gender}", "noun", 3, gender)
        add("kin_child", "kin", 2)
        add("kin_adult", "kin", -4)
        add("kin_elder", "kin", -1)
        add("kin_any", "kin", 0)
        add("kin_peer", "peer", 0)
        add("roles", "role", -4)
        add("adults", "noun", -4)
        for m, known in regions.find(lambda k: k.told_age):
            word = Word(m.start("n"), m.end("n"), "age", 5, known)
            word.years = known.number(m["n"])
            if word.years == ADULT and known.whole("not_yet").search(m.group()):
                word.years = ADULT - 1
            if word.years is not None and 0 <= word.years < 100:
                word.weight = 5 if word.years < ADULT else -6
                found.append(word)
        # "Adopted son X": the word of kinship goes on, so its first word is no name
        self.names = [n for n in self.names if not any(self._begins(w, n) for w in found)]
        named = [n for n in self.names if n.score >= SURE]
        found = [w for w in found if not any(n.start <= w.start < n.end for n in named)]
        found = [
            w
            for w in found
            if self.text.text[w.start : w.end].lower() not in w.known.words("needs_owner") or self._owned(w)
        ]
        apart = [
            w
            for w in self._apart(found)
            if w.kind != "none" and not self._once_was(w) and not self._figure(w)
        ]
        apart = [w for w in apart if not self._trained(w, apart)]
        for w, after in pairwise(apart):
            if w.kind == "kin" and w.weight > 0 and self._aged_grown(w, after):
                w.weight = -4
            if w.kind == "peer" and w.end + 1 == after.start and self._grown_owner(after):
                w.kind, w.weight = "noun", -4
        return self._in_phrases([self._grown(w) for w in apart])

    def _aged_grown(self, w: Word, age: Word) -> bool:
        """ "My son is thirty": the age of a grown-up right behind the word."""
        if age.kind != "age" or age.weight >= 0 or age.front or w.plural or w.known.cases_last:
            return False
        between = self.text.text[w.end : age.start]
        return re.fullmatch(r"(?:\s+[^\W\d_]+)?\s+", between) is not None and not any(
            w.end <= n.start < age.start for n in self.names
        )

    def _studied_for(self, at: int, known: Knowledge) -> bool:
        """ "He is at college to be a mechanic, X and Y go to school": a trade still to be learnt is nobody's."""
        before = self.text.text[max(0, at - 40) : at]
        return any(not before[m.end() :].strip() for m in known.whole("studies_for").finditer(before))

    def _grown_owner(self, w: Word) -> bool:
        """ "The friend of the actress": a word for somebody grown up in the genitive."""
        return w.weight < 0 and not w.known.cases_last and self._case(w) == "Gen"

    def _in_phrases(self, found: list[Word]) -> list[Word]:
        """Where the last word of a phrase tells whom it means: "an 8th-class teacher" is no pupil, "children of 7
        years" are several, "mother's brother" is an uncle."""
        out: list[Word] = []
        text = self.text.text
        for i, w in enumerate(found):
            if not w.known.cases_last:
                return found
            after = (
                found[i + 1] if i + 1 < len(found) and not text[w.end : found[i + 1].start].strip() else None
            )
            if w.kind == "grade" and after is not None and (after.weight < 0 or after.plural):
                continue
            attribute = w.kind == "noun" and w.plural and not w.known.case_of_noun(text[w.start : w.end])
            if attribute and after is not None and after.kind == "role":
                continue  # "a children psychiatrist"
            if w.front and after is None and re.match(r"\s*(?:[.,;:)!?»]|\Z)", text[w.end :]):
                w.front = False  # "X was born in 2013."
            w.plural = w.plural or (w.front and after is not None and after.plural)
            before = out[-1] if out else None
            if (
                before is not None
                and re.fullmatch(r"\s+(?:[^\s,.;:()]+\s+)?", text[before.end : w.start])
                and before.kind == "kin"
                and before.weight < 0
                and w.known.case_of(text[before.start : before.end]) == "Gen"
                and w.known.whole("siblings").fullmatch(text[w.start : w.end])
            ):
                w.weight = -4
            out.append(w)
        return out

    @staticmethod
    def _begins(w: Word, n: Name) -> bool:
        """Whether a word of several words that opens a sentence has its first one taken for a name."""
        return n.opener and len(n.parts) == 1 and not n.given and w.start == n.start and w.end > n.end

    def _grown(self, w: Word) -> Word:
        """ "Her two grown-up sons"; "my brother is ill, says the mother"."""
        if w.kind == "kin" and (self._own_sibling(w) if w.known.cases_last else self._speakers_sibling(w)):
            w.weight = -4
        if w.kind in ("kin", "noun") and w.weight > 0:
            before = re.search(r"([^\W\d_]+)\s+$", self.text.text[max(0, w.start - 30) : w.start])
            if before and w.known.whole("grown").fullmatch(before[1]):
                w.weight = -4
        return w

    def _own_sibling(self, w: Word) -> bool:
        """A brother or sister that a parent calls "my"."""
        raw = self.text.text[w.start : w.end]
        if w.known.whole("my_sibling").fullmatch(raw) is None:
            return False
        near = self.text.text[w.end : w.end + 220].split("\n")[0]
        return any(
            w.known.whole(key).search(near, m.end(), m.end() + 25) is not None
            for m in w.known.whole("speech").finditer(near)
            for key in ("kin_adult", "adults", "roles")
        )

    def _age(self, m: re.Match[str], word: Word, known: Knowledge) -> bool:
        year = value_of(m, "year")
        if year:
            word.years = self.published - int(year)
            # born long ago: nobody whose childhood is news
            if word.years < 0:
                return False
        else:
            number = known.number(value_of(m, "n") or "")
            if number is None or number > 110 or known.whole("not_ages").fullmatch(m.group()):
                return False
            word.years = number
            if number == ADULT and known.whole("not_yet").search(m.group()):
                word.years = ADULT - 1  # "a month before his eighteenth birthday"
            if known.whole("ages_months").fullmatch(m.group()):
                word.years = word.years // 12
            near = self.text.text[max(0, m.start() - 14) : m.start()]
            last = re.search(r"([^\W_]+)[^\w.]*$", near)
            if last and not word.front and known.whole("not_ages_before").fullmatch(last[1]):
                return False
            after = re.match(r"\s+([^\W_]+(?:\s+[^\W_]+)?)", self.text.text[m.end() : m.end() + 40])
            if after and known.whole("not_ages_after").match(after[1]):
                return False
            to_come = known.whole("not_yet").search(m.group())  # "a month was left to his fifteenth birthday"
            own = known.people.get("own_years") and known.whole("own_years").match(m.group())
            last_long = after and not (word.front or to_come or own)
            if last_long and after and self._lasts(m.end() + after.start(1), known):
                return False
        word.weight = 5 if word.years < ADULT else -6
        return True

    def _speakers_sibling(self, w: Word) -> bool:
        """ "«My brother X hit her», writes an aunt": a brother or a sister of a grown-up who speaks in this line."""
        if not w.known.whole("sibling").fullmatch(self.text.text[w.start : w.end]):
            return False
        if not w.known.whole("mine").fullmatch(self._word_before(w.start)):
            return False
        line = Span(
            self.text.text.rfind("\n", 0, w.start) + 1,
            self.text.text.find("\n", w.end) % (len(self.text.text) + 1),
        )
        return any(
            w.known.whole(key).search(self.text.text, m.start(), min(line.end, m.end() + 45)) is not None
            for m in w.known.whole("speech").finditer(self.text.text, line.start, line.end)
            for key in ("kin_adult", "roles", "adults")
        )

    def _once_was(self, w: Word) -> bool:
        """ "As a child he …", "came there a boy of ten": an instrumental without a preposition tells of long ago."""
        if w.known.cases_last or w.kind != "noun" or w.weight < 3 or w.plural:
            return False
        if self.text.morph(w.end - 1, "Case") != "Ins":
            return False
        before = self._word_before(w.start)
        if not before:
            return self.text.opens(w.start)
        return w.known.whole("ages_before").fullmatch(before) is not None

    def _figure(self, w: Word) -> bool:
        """ "He lives like an orphan.", "the stepson of the budget", "the «child», Antonina": a figure of speech."""
        if w.kind not in ("noun", "kin") or w.weight <= 0 or not w.known.people.get("figures"):
            return False
        text = self.text.text
        if text[w.start - 1 : w.start] in ("«", "“", "„") and text[w.end : w.end + 1] in ("»", "”", "“"):
            return True
        if w.known.whole("likens").fullmatch(self._word_before(w.start)):
            return re.match(r"\s*(?:[.;:!?…–—)»]|\Z)", text[w.end :]) is not None
        token = self.text.token(w.end + 1) if text[w.end : w.end + 1] == " " else None
        return (
            token is not None
            and token.pos_ == "NOUN"
            and token.text.islower()
            and w.known.whole("figures").fullmatch(text[w.start : w.end]) is not None
            and w.known.whole("figures_of").fullmatch(token.text) is not None
            and feature(token, "Animacy") != "Anim"
            and feature(token, "Case") == "Gen"
        )

    def _own_days(self, at: int, known: Knowledge) -> bool:
        """ "I remember how in the fifth class we ran away": the class of whoever tells it; a pupil of it is another,
        and whatever befell somebody there need not have befallen the teller."""
        if not known.people.get("own_days") or known.whole("pupil_words").match(self.text.text, at):
            return False
        s = self.text.sentences[self.text.sentence(at)]
        return (
            known.whole("own_days").search(self.text.text, s.start, at) is not None
            and known.whole("own_days_whose").search(self.text.text, s.start, s.end) is not None
            and not self._grave_between(known, s.start, s.end)
        )

    def _grave_between(self, known: Knowledge, start: int, end: int) -> bool:
        """Whether something grave befell somebody: harm, a crime, a death, a search."""
        return any(kind in GRAVE and p.search(self.text.text, start, end) for p, kind, _ in known.situations)

    def _trained(self, w: Word, words: list[Word]) -> bool:
        """ "Her ward X won the title": whom a coach or a club brought up, where no home for children is told of in the
        sentence, nothing grave befell anybody there and the draft has no age or grade of a child."""
        known, text = w.known, self.text.text
        if not known.people.get("wards") or not known.whole("wards").fullmatch(text[w.start : w.end]):
            return False
        s = self.text.sentences[self.text.sentence(w.start)]
        whose = known.whole("possessives").fullmatch(self._word_before(w.start)) is not None
        if known.whole("pupils").fullmatch(text[w.start : w.end]) and not whose:
            return False
        aged = (x for x in words if x.weight > 0 and x.kind in ("age", "grade"))
        if any(not whose or s.start <= x.start < s.end for x in aged):
            return False
        after = self.text.sentences[min(self.text.sentence(w.start) + 1, len(self.text.sentences) - 1)]
        if known.whole("ward_homes").search(text, s.start, s.end) or self._grave_between(
            known, s.start, after.end
        ):
            return False
        start = self.text.sentences[max(0, self.text.sentence(w.start) - 2)].start
        return known.whole("trained_in").search(text, start, s.end) is not None

    def _lasts(self, at: int, known: Knowledge) -> bool:
        """ "For two weeks he lived at his brother's": what was done as long follows; "twelve years old she was" not."""
        token = self.text.token(at)
        return (
            not known.cases_last
            and token is not None
            and token.pos_ == "VERB"
            and known.whole("age_verbs").fullmatch(token.text) is None
        )

    def _apart(self, found: list[Word]) -> list[Word]:
        """The longest at each place; of equals the surer one; singular or plural told."""
        kept: list[Word] = []
        for w in sorted(found, key=lambda w: (-(w.end - w.start), w.start, -abs(w.weight))):
            if not any(w.start < k.end and k.start < w.end for k in kept):
                kept.append(w)
        for w in kept:
            low = self.text.text[w.start : w.end].lower()
            w.plural = low in w.known.words("plural_children") or w.known.is_plural(low)
            if w.known.people.get("singular_after_numbers") and w.kind in ("kin", "noun", "grade"):
                w.plural = w.plural or self._many(w)
            w.plural = w.plural and w.known.whole("of_theirs").fullmatch(low) is None
            number = self.text.morph(w.start, "Number")
            w.plural = w.plural or number == "Plur" or self._both(w)
            g = "" if w.plural else self.text.morph(w.start, "Gender")
            if w.gender == "any" and g and w.kind in ("grade", "kin"):
                w.gender = {"Fem": "f", "Masc": "m"}.get(g, "any")
            if w.plural and w.gender == "m" and not w.known.cases_last:
                w.gender = "any"  # pupils of both sexes
            for sex in ("f", "m"):
                if w.known.whole(f"gendered.{sex}").fullmatch(low):
                    w.gender = sex
        return sorted(kept, key=lambda w: w.start)

    def _both(self, w: Word) -> bool:
        """ "Обе их дочери", which a tagger takes for a genitive."""
        before = re.findall(r"[^\W\d_]+", self.text.text[max(0, w.start - 20) : w.start].lower())[-2:]
        own = w.known.whole("next_generation").fullmatch(self.text.text[w.start : w.end])
        return (
            not w.known.cases_last
            and own is not None
            and any(x in w.known.words("both_before") for x in before)
        )

    def _many(self, w: Word) -> bool:
        """A number or a word for many stands before, after which the noun has no plural: "three child"."""
        before = re.split(r"[.!?\n]", self.text.text[max(0, w.start - 30) : w.start].lower())[-1]
        words = re.findall(r"[^\W_]+", before)
        while words and words[-1] in w.known.words("many_gap"):
            words.pop()
        if not words or words[-1] in w.known.words("not_many"):
            return False
        count = w.known.number(" ".join(words[-2:])) or w.known.number(words[-1])
        return words[-1] in w.known.words("many") or (count is not None and count >= 2)

    def _owned(self, w: Word) -> bool:
        """Whether somebody whose kin may be meant stands before in the sentence: "his ұлы", not "ұлы" (great)."""
        s = self.text.sentences[self.text.sentence(w.start)]
        words = re.findall(r"[^\W\d_]+", self.text.text[s.start : w.start])
        return any(w.known.case_of(x) == "Gen" for x in words[-4:]) or any(
            s.start <= n.start < w.start and n.score >= SURE for n in self.names
        )
