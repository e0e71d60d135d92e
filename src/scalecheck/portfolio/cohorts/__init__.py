"""Projects of one sector, or for one clientele, that would gain from scaling together."""
