from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    """Holds the jobs of the whole platform; has no rows of its own."""

    name = "lianxin.upkeep"
    label = "upkeep"
