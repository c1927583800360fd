from django.apps import AppConfig


class DispositionsConfig(AppConfig):
    name = "lianxin.dispositions"
    label = "dispositions"
