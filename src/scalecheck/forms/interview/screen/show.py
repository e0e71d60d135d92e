"""Open the screen: the one door to the library that draws it."""

from scalecheck.extras import needing
from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.lines import Save
from scalecheck.forms.interview.talk import Ending, Preview
from scalecheck.model.language import Language


def show(
    interview: Interview, language: Language, tell: Preview, save: Save
) -> tuple[Interview, Ending]:
    """Hold an interview on the screen until it ends.

    Args:
        interview: where it begins.
        language: the one it begins in.
        tell: says what the answers of a sheet give so far.
        save: takes the interview each time that something in it has changed.

    Returns:
        The interview as it was left, and how.

    Raises:
        MissingExtra: the extra `tui` is not installed.
    """
    with needing("tui"):
        from scalecheck.forms.interview.screen.app import InterviewApp
    app = InterviewApp(interview, language, tell, save)
    ended = app.run()
    return app.desk.interview, ended or Ending.LEFT
