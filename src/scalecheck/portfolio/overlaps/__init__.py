"""Projects that may do the same thing: found by coded facets and by wording, never excluded."""
