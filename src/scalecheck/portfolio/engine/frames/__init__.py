"""The engine of tables: a plan as narwhals expressions, over whatever dataframe holds the rows."""
