"""Names and initials of people, whoever is on the roster."""
