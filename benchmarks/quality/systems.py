"""Who finds: the linter, and two baselines that know no children, in the same run with the same pipeline."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec

from childsafe_lint.drafts import from_text
from childsafe_lint.drafts.model import Draft
from childsafe_lint.guidelines import shipped_rulebook
from childsafe_lint.linter import Linter
from childsafe_lint.report import DraftReport
from childsafe_lint.story.nlp import SHIPPED, load

from .gold import Gold, shape
from .score import LABEL, Found

Findings = dict[str, list[Found]]


def lint(drafts: Sequence[Gold]) -> dict[str, DraftReport]:
    """Every draft's report, in one stream through the pipeline, by the rules a newsroom gets by default."""
    linter = Linter(shipped_rulebook())
    reports = linter.lint_many(_draft(d) for d in drafts)
    return {d.id: report for d, report in zip(drafts, reports, strict=True)}


def _draft(gold: Gold) -> Draft:
    draft = from_text(gold.text, f"{gold.id}.txt")
    assert len(draft.text) == len(gold.text)  # offsets of the marks hold in the draft
    return draft


def linter_findings(reports: dict[str, DraftReport]) -> Findings:
    """The findings of the four categories that the gold drafts mark, notes too."""
    kinds = {r.id: r.subtype or str(r.params.get("kind") or r.check) for r in shipped_rulebook().rules}
    out = {}
    for id, report in reports.items():
        text = report.draft.text
        out[id] = [
            Found(
                f.start, f.end, LABEL[f.category],
                shape(text, f.start, f.end) if f.category == "minor-name" else kinds.get(f.rule, f.rule),
                f.rule, f.severity,
            )
            for f in report.findings
            if f.category in LABEL
        ]  # fmt: skip
    return out


def spacy_ner(drafts: Sequence[Gold]) -> Findings:
    """Every PERSON that spaCy's own recogniser finds, as if each were a child."""
    nlp = load(SHIPPED["en"])
    keep = {"tok2vec", "ner"}
    with nlp.select_pipes(disable=[p for p in nlp.pipe_names if p not in keep]):
        docs = nlp.pipe(d.text for d in drafts)
        return {
            d.id: [
                Found(
                    e.start_char, e.end_char, "minor-name", shape(d.text, e.start_char, e.end_char), "PERSON"
                )
                for e in doc.ents
                if e.label_ == "PERSON"
            ]
            for d, doc in zip(drafts, docs, strict=True)
        }


#: what Presidio looks for -> label
_PRESIDIO = {
    "PERSON": "minor-name", "LOCATION": "id-detail", "PHONE_NUMBER": "id-detail",
    "EMAIL_ADDRESS": "id-detail", "URL": "id-detail",
}  # fmt: skip


def presidio(drafts: Sequence[Gold]) -> Findings | None:
    """Presidio with the same spaCy pipeline; None when it is not installed (``pip install .[benchmark]``)."""
    if not find_spec("presidio_analyzer"):
        return None
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    # its e-mail recogniser would fetch the list of domains; the one in the package does as well
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    engine = SpacyNlpEngine()
    engine.nlp = {"en": load(SHIPPED["en"])}  # else it downloads a pipeline by name
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    out: Findings = {}
    for draft in drafts:
        results = analyzer.analyze(draft.text, language="en", entities=list(_PRESIDIO))
        out[draft.id] = [
            Found(
                r.start, r.end, _PRESIDIO[r.entity_type],
                shape(draft.text, r.start, r.end) if r.entity_type == "PERSON" else r.entity_type, r.entity_type,
            )
            for r in sorted(results, key=lambda r: (r.start, r.end, r.entity_type))
        ]  # fmt: skip
    return out


def versions() -> dict[str, str]:
    """What the numbers were measured with."""
    out = {p: version(p) for p in ("childsafe-lint", "spacy", SHIPPED["en"].replace("_", "-"))}
    if find_spec("presidio_analyzer"):
        out["presidio-analyzer"] = version("presidio-analyzer")
    return out
