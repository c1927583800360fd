"""The developer's command: ``./dev up | test | call | check | bench``. No part of the product."""
