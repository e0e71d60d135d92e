"""Write the level of a result: the headline, each level with its proof, what is missing."""

from scalecheck.model.assessment import Headline, LevelResult
from scalecheck.model.proof import Gap, Proof
from scalecheck.report.result_naming import Json, Naming, write_text


def write_headline(naming: Naming, headline: Headline) -> Json:
    """Write the level, official and possible, and what it says."""
    claimed = (headline.claimed_low, headline.claimed_high)
    return {
        "official": naming.level_at(headline.low),
        "possible": naming.level_at(headline.high),
        "claimed": [naming.level_at(position) for position in claimed],
        "stage": _stage_at(naming, headline.low),
        "possible_stage": _stage_at(naming, headline.high),
        "name": _name_at(naming, headline.low),
        "readiness": _readiness(naming, headline.low),
        "bounds": _bounds(naming, headline),
        "not_assessable_because": headline.why,
    }


def _stage_at(naming: Naming, position: int | None) -> str | None:
    if position is None or position < 0:
        return None
    return naming.rubric.levels[position].stage


def _name_at(naming: Naming, position: int | None) -> Json:
    if position is None or position < 0:
        return None
    return write_text(naming.rubric.levels[position].name)


def _readiness(naming: Naming, position: int | None) -> Json:
    """The readiness of the official level, in the words of the track when it has its own."""
    if position is None or position < 0:
        return None
    level = naming.rubric.levels[position]
    own = [track.readiness for track in naming.rubric.tracks if track.id == naming.track]
    readiness = own[0].get(level.value, level.readiness) if own else level.readiness
    if readiness is None:
        return None
    words = ("label", "gate", "decided_by", "support")
    return {word: write_text(getattr(readiness, word)) for word in words}


def _bounds(naming: Naming, headline: Headline) -> Json:
    ends = (headline.bounds_low, headline.bounds_high)
    return None if ends == (None, None) else [naming.level_at(end) for end in ends]


def write_level(naming: Naming, level: LevelResult) -> Json:
    """Write a level: what its rule came to, and why."""
    return {
        "level": level.value,
        "stage": level.stage,
        "result": level.truth.value,
        "claimed": level.claimed.value,
        "passed_over": level.passed_over,
        "beyond_ceiling": level.beyond_ceiling,
        "proof": _proof(naming, level.proof) if level.proof else None,
    }


def _proof(naming: Naming, proof: Proof) -> Json:
    counted = ("got_low", "got_high", "asked", "total")
    written = {
        "rule": proof.kind,
        "result": proof.truth.value,
        "claimed": proof.claimed.value if proof.claimed is not proof.truth else None,
        **{word: getattr(proof, word) for word in ("name", "instance", "wanted", "role")},
        "found": _ends(naming, proof) if proof.kind == "level" else None,
        **{w: str(getattr(proof, w)) for w in counted if getattr(proof, w) is not None},
        **{word: getattr(proof, word) for word in ("enough", "surplus", "missing")},
        "parts": [_proof(naming, part) for part in proof.parts],
    }
    return {word: value for word, value in written.items() if value}


def write_gap(naming: Naming, gap: Gap) -> Json:
    """Write a requirement that is not held, with its reason."""
    return {
        "name": gap.name,
        "instance": gap.instance or None,
        "wanted": naming.of(gap.name, gap.wanted),
        "found": _ends(naming, gap),
        "reason": gap.reason.value,
        "alternative": gap.alternative,
    }


def _ends(naming: Naming, found: Proof | Gap) -> Json:
    return [naming.of(found.name, end) for end in (found.low, found.high)]
