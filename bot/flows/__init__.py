"""One journey a file: load, ask the domain, save. What a journey may touch stands in `ports`."""
