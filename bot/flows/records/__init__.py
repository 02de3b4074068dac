"""What a unit of work keeps: the records that live in one transaction, and what is read from them."""
