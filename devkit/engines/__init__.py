"""Asterisk and PostgreSQL, unpacked from the distribution's own packages into ``Env.engines``.

Nothing is installed: no root, no file outside of that folder. ``python -m devkit.engines``
unpacks what is missing; ``--refresh`` takes the present versions and writes the lock again.
"""
