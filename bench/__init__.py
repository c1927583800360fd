"""Measurements of our own beside what they are compared with: ``./dev bench NAME``.

Every module here is one bench. It brings up what it needs, prints a table for people and,
as its last line, one JSON object: the figures, the promises, and whether they hold.
"""
