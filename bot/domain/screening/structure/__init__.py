"""What points at somebody by its shape: ages, dates, numbers, addresses, places, rooms."""
