"""The channels that answers come back by, in one visible list.

The offline page is not here: what it brings back is a sheet of answers as JSON, a document.
"""

from collections.abc import Callable
from typing import NamedTuple

from scalecheck.forms import excel, markdown, xlsform
from scalecheck.forms.filled import Filled
from scalecheck.forms.mark import FormMark
from scalecheck.forms.questionnaire import Questionnaire


class Channel(NamedTuple):
    """One channel: how its forms are recognised, and how they are read.

    `find_mark` gives None for a file that is no form of this channel.
    """

    name: str
    find_mark: Callable[[bytes, str], FormMark | None]
    read: Callable[[bytes, Questionnaire, FormMark], tuple[Filled, ...]]


CHANNELS: tuple[Channel, ...] = (
    Channel("xlsx", excel.find_mark, excel.read),
    Channel("markdown", markdown.find_mark, markdown.read),
    Channel("xlsform", xlsform.find_mark, xlsform.read),
)
