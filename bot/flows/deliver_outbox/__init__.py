"""Due messages leave the outbox: claimed for a slot in their lane, asked once more whether they are wanted, marked
`sending`, posted, recorded. Many at once, and each of them once."""
