from django.apps import AppConfig


class LinesConfig(AppConfig):
    name = "lianxin.lines"
    label = "lines"
