"""The judge against copies of a good file with one thing wrong in each: every one is caught, with its clause."""

from __future__ import annotations

import pytest

from pipeline.preflight import State, preflight
from tests import mutants, mutants_archive
from tests.good_file import good_file
from tests.mutants import Mutant

MUTANTS = (
    *(mutants.STRUCTURE + mutants.METADATA),
    *(mutants_archive.FONTS + mutants_archive.COLOURS + mutants_archive.INTERACTION + mutants_archive.BYTES),
)


def test_the_good_file_is_passed() -> None:
    verdict = preflight(good_file())
    assert [(result.check, result.message) for result in verdict.failures] == []
    assert verdict.passed
    assert verdict.pages == 8


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_caught_with_its_clause(mutant: Mutant) -> None:
    verdict = preflight(mutant.made_of(good_file()))
    assert not verdict.passed
    caught = {result.check: result.clause for result in verdict.results if result.state is State.FAIL}
    assert mutant.clause in caught.get(mutant.catches, ""), caught


def test_mutants_are_many_and_of_all_kinds() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 100
