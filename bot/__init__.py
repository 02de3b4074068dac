"""Bedside: small daily lessons in bedside manner, and digests that do not tell who wrote what."""
