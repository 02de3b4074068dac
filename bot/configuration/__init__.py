"""What is configured: the environment and the program's files."""
