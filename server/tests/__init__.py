"""Tests by tier: rules (pure), apps (PostgreSQL), switchboard (Asterisk), stories (all of it)."""
