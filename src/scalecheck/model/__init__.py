"""What things are: frozen values, with no file, no word for people and no clock."""
