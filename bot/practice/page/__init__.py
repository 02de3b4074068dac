"""The page of the practice workspace: what one clicks in, rendered on the server."""
