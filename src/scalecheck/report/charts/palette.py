"""The colours of what is handed in, by what each is for: one place, light and dark."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fff",
    "ink": "#1d2733",
    "muted": "#4c5a6a",
    "line": "#c5cfda",
    "wash": "#f4f7fa",
    "band": "#e7eff7",
    "accent": "#0a5296",
    "on-accent": "#fff",
    "tint": "#a8c8e9",
    "warn": "#9a4a00",
    "warn-wash": "#fdf2e6",
    "ok": "#1b6842",
    "focus": "#0a5296",
}
DARK: Mapping[str, str] = {
    "paper": "#11161d",
    "ink": "#e9edf2",
    "muted": "#b4bfcc",
    "line": "#465363",
    "wash": "#181f28",
    "band": "#212c38",
    "accent": "#84bdf7",
    "on-accent": "#0b1622",
    "tint": "#2c547e",
    "warn": "#f6b26d",
    "warn-wash": "#2f2214",
    "ok": "#88d5aa",
    "focus": "#ffd866",
}

TEXTS = ("ink", "muted", "accent", "warn", "ok")  # what may be read on a ground
GROUNDS = ("paper", "wash", "band", "warn-wash")
SHAPES = ("ink", "muted", "accent", "warn", "ok")  # what may be told apart in a drawing

_DARK_MEDIA = "@media screen and (prefers-color-scheme:dark)"


def style_sheet() -> str:
    """Write the colours as variables of CSS: light, and dark for those who ask."""
    light = f":root{{{_variables(LIGHT)};color-scheme:light dark}}"
    return f"{light}\n{_DARK_MEDIA}{{:root{{{_variables(DARK)}}}}}\n"


def _variables(colours: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def contrast(one: str, other: str) -> float:
    """Say how far apart two colours are, from 1 to 21.

    Args:
        one: `#rgb` or `#rrggbb`.
        other: the same.

    Source: WCAG 2.2, relative luminance and contrast ratio.
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    linear: float = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    return linear
