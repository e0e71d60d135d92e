"""The only floor with files: bytes in, documents and models out."""
