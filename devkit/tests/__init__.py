"""Tests of the developer's command where its logic is pure."""
