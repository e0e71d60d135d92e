"""The only place with words: French and English, side by side, the language always said aloud."""
