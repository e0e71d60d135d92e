"""Let the tests of the documentation share `pages.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
