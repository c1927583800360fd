"""Lint and simulation with what a centre has: its prompts, queues, calendars and knowledge.

``rules.flow`` knows how; ``checks_for`` (``centre``) says with what.
"""
