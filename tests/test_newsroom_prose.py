"""How papers of many countries write: tributes, exam results, appeals, trials."""

from __future__ import annotations

import pytest

from childsafe_lint import lint

NAMED = [
    # a boy of whom mourners speak as of a man
    (
        "Tunde Bakare, 14, drowned. “Tunde was a fine young man of God,” his uncle said.",
        ["Tunde Bakare", "Tunde"],
    ),
    # pupils and their examinations
    (
        "Asha Atieno Odera of Lakeview Primary emerged the top candidate with 431 marks in the KCPE results. Odera "
        "hopes to be a doctor.",
        ["Asha Atieno Odera", "Odera"],
    ),
    (
        "Parents danced at Kilindi Primary School, where Ibrahim Juma Ali scored 418 marks in the KCPE.",
        ["Ibrahim Juma Ali"],
    ),
    (
        "Twins Anna Kendrew (left) and Sophie Kendrew open their GCSE results at Hillside Academy.",
        ["Anna Kendrew", "Sophie Kendrew"],
    ),
    ("Rhys Colley looks at his GCSE results with his father.", ["Rhys Colley"]),
    (
        "Njoroge Peter Kimani is lifted by classmates after emerging the best candidate in the KCSE. Auma Lydia "
        "Achieng was ranked third with a score of 86.",
        ["Njoroge Peter Kimani", "Auma Lydia Achieng"],
    ),
    ("The county celebrates Elvis Wekesa’s 436 marks in the KCPE.", ["Elvis Wekesa"]),
    (
        "Pupils open GCSE results. Meera and Isha Nair were on cloud nine, with 19 top grades.",
        ["Meera", "Isha Nair"],
    ),
    # a name that goes on with the story of a child who had none
    (
        "Police are looking for a girl of 14. Captain Lulu Mbana said Carmen Adendorff, of Bethelsdorp, had gone to "
        "the shop on Sunday but never came back.",
        ["Carmen Adendorff"],
    ),
    (
        "A six-year-old girl was swept away by the flood on Monday. Rescuers found the body of Mylene Sarmiento near a "
        "bridge.",
        ["Mylene Sarmiento"],
    ),
    (
        "A six-year-old drowned in a swimming lesson. Pham Gia Han’s mother was called to the school an hour later.",
        ["Pham Gia Han"],
    ),
    (
        "The student, Gift Chanda, who died after a beating, was a learner at Matero. He was thirteen (13) years old.",
        ["Gift Chanda"],
    ),
    (
        "Kayla Jessop and Dion Marsh stabbed a man in a park. Lawyers for Jessop and Marsh objected. Both turn 18 next "
        "year.",
        ["Kayla Jessop", "Dion Marsh", "Jessop", "Marsh"],
    ),
    (
        "Bao Nhan, Tran Chien and Le Minh and two other pupils of the Dong Secondary School went fishing.",
        ["Bao Nhan", "Tran Chien", "Le Minh"],
    ),
]

NOBODY = [
    "The MP, who has three grown-up children, Tom, Lucy and Will, said he would stand down.",
    "A great-grandmother who turned 100 celebrated with her sons Brian and Keith and daughter Joan.",
    "Kaaga Girls, St Peters Lele and Moi Secondary School posted a mean score of 9 points in the KCSE.",
    "A 23-year-old man was charged with killing a nine-year-old boy. Police said Ruben Sy, who was charged, is "
    "still at large. Sy pushed the boy.",
    "A six-year-old boy fell into a creek. Noel Garon, 24; Romel Garon, 21; and Robert Garon took turns searching.",
    "As the youngest Starling, he was under age in the clubs where they played.",
    "My best friend then was Matt. We’d met at primary school. Matt’s dad ran the team.",
    "The 15-year-old Korean-American was questioned on Friday.",
    "A toddler, referred to as “Simon”, died. Simon was found in a bath. Simon’s stepfather denies murder.",
    "The girl, known in court as “Lily”, was nine when the abuse began. Lily told a teacher.",
    "Police say Moses Otim and an 11-year-old boy broke in. Otim and the boy took a radio. The 11-year-old is home.",
    "Former president Carl Hobbs paid his son Derek $90,000 in consulting fees, records show.",
    "Headteacher Peter Maina, whose school posted a mean score of 390 marks in the KCPE, praised the parents.",
    "Governor Anne Wairimu said the county had scored 250 marks on average in the KCPE.",
    "A six-year-old girl was swept away by floods. Rescue chief Anton Reyes said Joel Bautista had fallen in "
    "while searching.",
]

QUIET = [
    "The family are scarcely slaves to convention. The couple have four children, the youngest a boy of seven.",
    "Pupil Kills Colleague With Stone\n\nA nine-year-old pupil threw a stone that killed another learner.",
    "The girl, 15, is missing. It was not clear what she had been wearing at the time, police said.",
    "The boy, seven, was stabbed at his North West school last week.",
    "Boarding school manager tells inquest of girl, 15, that she missed the signs.",
    "A former pupil, 17, said she was bullied at a Perth Catholic school for years.",
    "The dead boy was a Junior High School (JHS) learner. He was thirteen.",
    "The 14-year-old is missing. Anyone with information is asked to call 101, quoting log number LC-20231101-0456.",
    "The three boys, aged 14 to 16, can only be released with approval from the Home Secretary.",
    "“He was a family boy that loved his nan and his dogs,” said the aunt of the 12-year-old who was killed.",
    "When the boy refused, the gang chased him into a field and beat him, a witness told police.",
    "“Readers will wish to understand how children could do something so dreadful,” the judge said of the boys.",
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_named_children_are_found_and_nobody_else(text: str, names: list[str]) -> None:
    found = [f for f in lint(text).findings if f.category == "minor-name"]
    assert [text[f.start : f.end] for f in found] == names


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_taken_for_a_named_child(text: str) -> None:
    assert not [f for f in lint(text).findings if f.category == "minor-name"]


@pytest.mark.parametrize("text", QUIET)
def test_prose_without_a_name_or_a_detail_is_quiet(text: str) -> None:
    assert not [f.rule for f in lint(text).findings if f.severity != "note"]
