from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands of ``lianxin.config.manage``; has no rows of its own."""

    name = "lianxin.config"
    label = "config"
