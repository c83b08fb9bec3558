"""Comparison with a peer on the same content, in the same run: ``python -m tests.bench``."""
