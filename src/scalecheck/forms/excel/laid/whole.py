"""The plan of the whole form, made alike by the writer and by the reader."""

from collections.abc import Iterator

from scalecheck.forms.excel.laid.answers import answers_table, group_table
from scalecheck.forms.excel.laid.instances import instances_table
from scalecheck.forms.excel.laid.project import project_table
from scalecheck.forms.excel.laid.records import records_table
from scalecheck.forms.excel.plan import Plan, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import Questionnaire


def make_plan(asked: Questionnaire, speech: Speech) -> Plan:
    """Plan the tables to fill, in the order of the sheets."""
    return Plan(tuple(_tables(asked, speech)))


def _tables(asked: Questionnaire, speech: Speech) -> Iterator[Table]:
    yield project_table(asked, speech)
    for group in asked.groups:
        yield instances_table(group, speech)
    if asked.parts:
        yield answers_table(asked, speech)
    for group in asked.groups:
        if group.questions:
            yield group_table(asked, group, speech)
    yield records_table(asked, speech)
