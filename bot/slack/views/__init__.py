"""Pure drawings: data in, Block Kit out. Each view owns its ids and its words."""
