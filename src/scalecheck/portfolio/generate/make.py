"""Make a fictional portfolio for any rubric: organisations and places that do not exist."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.generate.answers import Questionnaire, Subject, ids
from scalecheck.portfolio.generate.dice import Dice
from scalecheck.portfolio.generate.draft import (
    Aim,
    Copy,
    Draft,
    Gathering,
    Generated,
    Helper,
)
from scalecheck.portfolio.generate.money import fund
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.generate.planting import TWIN, Group, Likeness, draw_plan
from scalecheck.portfolio.generate.stories import Story, edit, local_name, tell
from scalecheck.scoring.ladder import read_ladder

FRENCH = 0.8  # the share of projects described in French


def generate(
    rubric: Rubric, vocabularies: Vocabularies, options: GenerateOptions | None = None
) -> Generated:
    """Generate fictional projects under a rubric, with overlaps and cohorts planted among them.

    Each project has come so far (a number that nobody sees); its answers, its evidence, its money
    and its settings follow from it, with noise. Nobody is named: organisations and places only.

    Args:
        rubric: any rubric.
        vocabularies: the closed lists to draw from; an empty list leaves the field empty.
        options: the seed, the count, and what to plant.

    Returns:
        The projects sorted by id, and the truth about what was planted: the same for the same
        arguments. A project does not depend on the count, unless something is planted at it.
    """
    return _Making(rubric, vocabularies, options or GenerateOptions()).run()


class _Facts(NamedTuple):
    """What is drawn first of a project: the rest follows."""

    sector: str
    language: Language
    clientele: tuple[str, ...]
    territory: tuple[str, ...]
    progress: float


class _Making:
    """One portfolio in the making."""

    def __init__(self, rubric: Rubric, lists: Vocabularies, options: GenerateOptions) -> None:
        self.rubric, self.lists, self.options = rubric, lists, options
        self.questionnaire = Questionnaire(rubric, lists)
        self.plan = draw_plan(rubric, lists, options)
        self.local = [t.id for t in rubric.tracks if t.ceiling is not None]
        self.open = [t.id for t in rubric.tracks if t.ceiling is None]

    def run(self) -> Generated:
        """Make every project, and say what was planted."""
        drafts = tuple(self._draft(position) for position in range(self.options.projects))
        return Generated(drafts, tuple(self._copies()), tuple(self._gatherings()))

    def _copies(self) -> Iterator[Copy]:
        for position, like in sorted(self.plan.likenesses.items()):
            yield Copy(name_of(like.of), name_of(position), like.kind, like.changed)

    def _gatherings(self) -> Iterator[Gathering]:
        for number, group in enumerate(self.plan.groups):
            held = sorted(spot for spot, own in self.plan.group_at.items() if own == number)
            names = tuple(map(name_of, held))
            told = group.blocker, names, group.setting, group.supporter
            yield Gathering(AxisKind.SECTOR.value, group.sector, *told)

    def _group(self, position: int) -> Group | None:
        number = self.plan.group_at.get(position)
        return None if number is None else self.plan.groups[number]

    def _facts(self, position: int) -> _Facts:
        dice = Dice(self.options.seed, position, "facts")
        group, lists = self._group(position), self.lists
        drawn = dice.pick(ids(lists.sectors)) if lists.sectors else ""
        language = Language.FR if dice.chance(FRENCH) else Language.EN
        clientele = dice.sample(ids(lists.clienteles), 1 + dice.chance(0.3))
        territory = dice.sample(ids(lists.territories), 1 + dice.chance(0.15))
        progress = dice.between(0.55, 0.85) if group else dice.between(0, 1)
        sector = group.sector if group else drawn
        return _Facts(sector, language, tuple(clientele), tuple(territory), progress)

    def _story(self, position: int) -> Story:
        return tell(Dice(self.options.seed, position, "story"), self._facts(position).sector)

    def _draft(self, position: int) -> Draft:
        facts = self._facts(position)
        own = self._plain(position, facts, self._story(position))
        like = self.plan.likenesses.get(position)
        return own if like is None else self._liken(position, own, like)

    def _liken(self, position: int, own: Draft, like: Likeness) -> Draft:
        """Make a project say what another says: with words changed, or in the other language."""
        dice = Dice(self.options.seed, position, "like")
        facts, story = self._facts(like.of), self._story(like.of)
        language = facts.language
        kept = dice.chance(0.5)
        if like.kind == TWIN:
            language = Language.EN if language is Language.FR else Language.FR
        texts = (part.said(language) for part in (story.title, story.summary))
        title, summary = (edit(dice, text, like.changed, language) for text in texts)
        same_place = kept or like.kind == TWIN
        return own._replace(
            title=title,
            summary=summary,
            language=language,
            organization=story.organization.said(language) if kept else own.organization,
            sector=facts.sector,
            clientele=facts.clientele,
            territory=facts.territory if same_place else own.territory,
        )

    def _plain(self, position: int, facts: _Facts, story: Story) -> Draft:
        dice = Dice(self.options.seed, position, "context")
        planted = position in self.plan.group_at
        local = bool(self.local) and dice.chance(self.options.local) and not planted
        track = dice.pick(self.local if local else self.open) if self.local or self.open else ""
        strategies = [strategy.id for strategy in self.questionnaire.paths.of(track)]
        bare = Draft(
            id=name_of(position),
            title=story.title.said(facts.language),
            summary=story.summary.said(facts.language),
            language=facts.language,
            organization=story.organization.said(facts.language),
            sector=facts.sector,
            clientele=facts.clientele,
            territory=facts.territory,
            applicant=dice.pick(ids(self.lists.applicant_types))
            if self.lists.applicant_types
            else "",
            track=track,
            strategies=tuple(strategies if local else dice.sample(strategies, dice.whole(1, 2))),
            attributes=tuple(self.questionnaire.attributes(dice, track)),
            confidentiality=dice.pick(ids(self.lists.confidentialities) or [""]),
            aim=Aim(),
            funding=(),
            supporters=(),
            answers=(),
            places=(),
        )
        return bare if self.options.telling else self._fill(position, facts, bare)

    def _fill(self, position: int, facts: _Facts, bare: Draft) -> Draft:
        """Answer the questions, and draw money, settings and supporters."""
        options, group = self.options, self._group(position)
        dice = Dice(options.seed, position, "answers")
        silence = min(0.9, 2 * options.silence * (1 - facts.progress))
        subject = Subject(dice, facts.progress, options.day, 0 if group else silence)
        blocker, setting = (group.blocker, group.setting) if group else ("", "")
        money = Dice(options.seed, position, "money")
        places = self.questionnaire.places(subject, facts.territory, setting)
        return bare._replace(
            aim=self._aim(dice, facts.progress, bare.track),
            funding=fund(money, self.lists, facts.progress, int(options.day[:4])),
            supporters=tuple(self._supporters(dice, facts, group)),
            answers=tuple(self.questionnaire.answer(subject, bare.track, blocker)),
            places=tuple(places),
        )

    def _aim(self, dice: Dice, progress: float, track: str) -> Aim:
        levels = self.rubric.levels[: read_ladder(self.questionnaire.nodes, track).ceiling + 1]
        if not levels or dice.chance(0.2):
            return Aim()
        lowest = min(len(levels) - 1, int(progress * len(levels)))
        level = levels[dice.whole(lowest, len(levels) - 1)].value
        return Aim(level, f"{int(self.options.day[:4]) + dice.whole(1, 5)}-12")

    def _supporters(self, dice: Dice, facts: _Facts, group: Group | None) -> Iterator[Helper]:
        count = dice.whole(0, 1 + round(facts.progress))
        names = [local_name(dice, "supporter").said(facts.language) for _ in range(count)]
        kinds, functions = ids(self.lists.supporter_kinds), ids(self.lists.supporter_functions)
        stages = [stage.id for stage in self.rubric.stages]
        for name in [*([group.supporter] if group else []), *names]:
            yield Helper(
                name,
                dice.pick(kinds or [""]),
                tuple(sorted(dice.sample(functions, dice.whole(1, 3)), key=functions.index)),
                tuple(dice.sample(stages, 1)),
            )


def name_of(position: int) -> str:
    """Give the id of the project at a position, from 0."""
    return f"projet-{position + 1:06d}"
