"""How well the linter finds what it should, measured on the gold drafts in ``tests/corpus``.

``python -m benchmarks.quality`` from the top of the source tree; see docs/quality.md for the result.
"""
