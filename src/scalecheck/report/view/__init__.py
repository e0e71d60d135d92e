"""The view: everything a report shows, resolved for one language, in the order it is read."""
