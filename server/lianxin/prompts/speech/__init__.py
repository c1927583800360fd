"""The prompts that a caller hears: made from text, kept with their text, installed for Asterisk."""
