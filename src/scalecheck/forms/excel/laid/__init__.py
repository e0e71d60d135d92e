"""The tables of the form, planned from what is asked."""
