"""Tables in and out: CSV, Excel, OpenDocument, Parquet and JSON Lines as rows of texts."""
