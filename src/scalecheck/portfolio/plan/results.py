"""What the engine gives: the groups of columns, and why a row is refused."""

from enum import StrEnum


class Results(StrEnum):
    """The columns that the engine gives, by group: what is not asked is not computed.

    No name below is a name of the wide table: each has a dot and a word that no answer has.
    Level values are whole numbers where every level of the rubric is one, else text. Positions
    count the rubric's levels from 0; -1 is below the first; null where there is no level.

    - `levels`: `level.official`, `level.possible` (values, null where there is none),
      `position.official`, `position.possible`, `level.why` (null where there is a level, else
      `below-first-level`, `no-headline`, `too-little-applicable`, or why the headline measure gives
      nothing).
    - `claimed`: `level.claimed`, `level.claimed-high`, `position.claimed`, `position.claimed-high`:
      the same on the answers as given, whatever their evidence.
    - `stages`: `stage.official`, `stage.possible` (ids), `readiness.level` (the official level,
      where it or the track says what can be scaled), `track.chosen` (id).
    - `bottlenecks`: `dimensions.lowest`: the ids of the lowest dimensions, with ties, joined by
      `|`, in the rubric's order; those of each scale where dimensions are on several.
    - `dimensions`: `d.low`, `d.high`: the value of the level, official and possible.
    - `measures`: `m.low`, `m.high` for each measure and each computed criterion: the value of the
      level, the count or the figure; null where it is not computed. None for a measure with `per`.
    - `counts`: `questions.asked`, `questions.answered`, `questions.unknown`,
      `questions.not-assessed`, `questions.not-applicable`, `questions.out`: instances apart.
    - `blockers`: `level.next` (the value), `level.blockers`: the ids of what the next level
      lacks, joined by `|`, in the rubric's order, groups last.
    - `decisive`: `level.decisive`: the open answers that alone move the level, joined by `|`;
      an instance as `g/k/c`.
    - `distance`: `level.distance`: the least effort to the next level, as the rubric counts it;
      null at the top, or where answers alone cannot reach it.

    Always: `problem.code` and `problem.column`: why a row is refused, and at which column; null
    where it is scored. A refused row has no other result, and changes no other row.
    """

    LEVELS = "levels"
    CLAIMED = "claimed"
    STAGES = "stages"
    BOTTLENECKS = "bottlenecks"
    DIMENSIONS = "dimensions"
    MEASURES = "measures"
    COUNTS = "counts"
    BLOCKERS = "blockers"
    DECISIVE = "decisive"
    DISTANCE = "distance"


NARROW = (Results.LEVELS, Results.STAGES, Results.BOTTLENECKS, Results.DIMENSIONS)


class Problem(StrEnum):
    """Why a row is refused."""

    LEVEL = "level-outside-scale"
    NUMBER = "not-a-number"
    GRADE = "unknown-grade"
    COUNT = "not-a-count"
    DATE = "not-a-date"
    INTERVAL = "between-reversed"
    TRACK = "unknown-track"
    STRATEGY = "unknown-strategy"
    INSTANCES = "too-many-instances"
