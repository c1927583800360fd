from django.apps import AppConfig


class CentresConfig(AppConfig):
    name = "lianxin.centres"
    label = "centres"
